package org.feedside.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.feedside.base.disk.SystemDisk;
import org.feedside.tools.check.SiteCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(
            names = "--public",
            paramLabel = "DIR",
            description = "Look at the built pages in this folder, too (Zola's public): whether each leads readers "
                    + "to the right feeds.")
    private Optional<Path> built = Optional.empty();

    @Override
    public Integer call() {
        var progress = ProgressLine.onTerminal(spec.commandLine().getErr());
        var report = SiteCheck.of(
                new SystemDisk(),
                site.folder(),
                site.manner(),
                built,
                progress,
                Clock.systemUTC().instant());
        progress.clear();
        var exitCode = report.usable() ? ExitCode.exitCode(report.problems()) : ExitCode.USAGE;
        if (json.isWanted()) {
            return forMachines(report).print(spec.commandLine().getOut(), exitCode);
        }
        tell(report, Console.of(spec).out());
        return exitCode;
    }

    private static JsonReport forMachines(SiteCheck.Report report) {
        var document = new JsonReport("check").with("posts", report.posts()).with("feeds", report.feeds());
        report.pages().ifPresent(pages -> document.with("pages", pages));
        return document.problems(report.problems()).waiting(report.waiting());
    }

    private static void tell(SiteCheck.Report report, ConsoleText out) {
        out.problems(report.problems());
        if (!report.usable()) {
            return;
        }
        out.waiting(report.waiting());
        var counts = ExitCode.count(report.posts(), "post") + ", " + ExitCode.count(report.feeds(), "feed") + ", ";
        if (report.pages().isPresent()) {
            counts += ExitCode.count(report.pages().getAsInt(), "page") + ", ";
        }
        if (report.problems().isEmpty()) {
            out.done(counts + "no problems");
        } else {
            out.plain(counts + ExitCode.count(report.problems().size(), "problem"));
        }
    }
}
