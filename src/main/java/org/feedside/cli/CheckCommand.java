package org.feedside.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.feedside.disk.SystemDisk;
import org.feedside.refreshing.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints every problem of a site, and writes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Print every problem of the site's posts and configuration, and write nothing.",
            "",
            "A line says where: file:line:column: error: what is wrong, what to do.",
            "An error keeps a post out of the feeds; a warning does not; advice could be better."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Override
    public Integer call() {
        var report = Check.of(
                new SystemDisk(),
                site.folder(),
                site.manner(),
                Clock.systemUTC().instant());
        var out = spec.commandLine().getOut();
        Report.problems(out, report.problems());
        if (!report.usable()) {
            return Report.USAGE;
        }
        Report.waiting(out, report.waiting());
        out.printf(
                "%s, %s, %s%n",
                Report.count(report.posts(), "post"),
                Report.count(report.feeds(), "feed"),
                report.problems().isEmpty()
                        ? "no problems"
                        : Report.count(report.problems().size(), "problem"));
        out.flush();
        return Report.exitCode(report.problems());
    }
}
