package org.feedside.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.KnownPosts;
import org.feedside.tools.imports.FeedImporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the ids and dates of a feed that was published before. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Keep the ids and dates by which readers know the posts of a feed published before.",
            "",
            "Readers show a post again as new when its id changes, as it does with another generator, "
                    + "another address, or https in place of http. This finds the posts of the old feed's entries, "
                    + "and writes what readers know of them to a file that every build honours:",
            "",
            "feedside-ids.toml in SITE. What stands there already stays as it is."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:some entries are no posts of the site (the rest is done)",
            "2:usage, configuration, or no feed"
        },
        footerHeading = "%nFor example, when a blog moves here from WordPress:%n",
        footer = {
            "  curl -o old.xml https://blog.example.org/feed/",
            "  feedside import old.xml my-site",
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "OLD-FEED",
            description = {
                "An Atom or RSS file that was published before, such as the old generator's atom.xml or feed.xml; "
                        + "or a folder of them, below which every .xml file counts."
            })
    private Path oldFeed = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The folder of the site that has the posts now (default: this one).")
    private Path site = Path.of(".");

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        var folder = config.folder(site);
        var done = FeedImporter.of(
                new SystemDisk(),
                folder,
                oldFeed,
                ConfigOptions.manner(false),
                Clock.systemUTC().instant());
        if (done.value().isEmpty()) {
            return refuse(done.problems());
        }
        return report(done.value().get(), folder.folder().resolve(KnownPosts.FILE));
    }

    private int refuse(List<Diagnostic> problems) {
        if (json.isWanted()) {
            return new JsonReport("import")
                    .problems(problems)
                    .print(spec.commandLine().getOut(), ExitCode.USAGE);
        }
        Console.of(spec).err().problems(problems);
        return ExitCode.USAGE;
    }

    private int report(FeedImporter.Report report, Path file) {
        var exitCode = report.found() < report.entries() ? ExitCode.SOME_ERRORS : ExitCode.DONE;
        // Entries are told in the order of the old feed.
        var problems = report.problems().stream().map(Problem::of).toList();
        if (json.isWanted()) {
            var document = new JsonReport("import")
                    .with("entries", report.entries())
                    .with("found", report.found())
                    .with("added", report.added())
                    .with("file", file.toString());
            problems.forEach(document::problem);
            return document.print(spec.commandLine().getOut(), exitCode);
        }
        var console = Console.of(spec);
        console.out()
                .ended(
                        exitCode,
                        "%d of %d entries are posts of this site; %d written to %s"
                                .formatted(report.found(), report.entries(), report.added(), file));
        problems.forEach(console.err()::problem);
        return exitCode;
    }
}
