package org.feedside.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.KnownPosts;
import org.feedside.tools.imports.FeedImporter;
import org.feedside.tools.imports.ImportPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Imports the ids and dates of an old feed. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Keep the ids and dates of posts in a feed that was published before.",
            "",
            "Feed readers show a post again as new when its id changes. That happens after a switch to another generator, "
                    + "another URL, or https instead of http. This command finds the post of each entry in the old feed "
                    + "and writes the old ids and dates to feedside-ids.toml in SITE, which every build uses. Existing "
                    + "tables in that file are not changed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:some entries are not posts of the site (the rest was imported)",
            "2:usage or configuration error, or no feed"
        },
        footerHeading = "%nFor example, to move a blog from WordPress:%n",
        footer = {
            "  curl -o old.xml https://blog.example.org/feed/",
            "  feedside import old.xml my-site",
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "OLD-FEED",
            description = {
                "An Atom or RSS file that was published before, such as the old generator's atom.xml or feed.xml, "
                        + "or a folder, whose .xml files are all read, including those in subfolders."
            })
    private Path oldFeed = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The folder of the site that has the posts now (default: the current folder).")
    private Path site = Path.of(".");

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var folder = config.folder(site);
        var imported = FeedImporter.of(
                new SystemDisk(),
                folder,
                oldFeed,
                ConfigOptions.buildOptions(false),
                Clock.systemUTC().instant());
        if (imported.value().isEmpty()) {
            return output.fail(new JsonReport("import"), Problem.of(imported.problems()));
        }
        return report(
                imported.value().get(), imported.problems(), folder.folder().resolve(KnownPosts.FILE));
    }

    private int report(ImportPlan plan, List<Diagnostic> passedOver, Path file) {
        var exitCode = plan.found() < plan.entries() ? ExitCode.SOME_ERRORS : ExitCode.DONE;
        // The problems are in the order of the old feed's entries.
        var problems = Stream.concat(plan.problems().stream(), passedOver.stream())
                .map(Problem::of)
                .toList();
        output.print(console -> {
            console.out()
                    .result(
                            exitCode,
                            "%d of %d entries are posts of this site; %d written to %s"
                                    .formatted(
                                            plan.found(),
                                            plan.entries(),
                                            plan.added().size(),
                                            file));
            problems.forEach(console.err()::problem);
        });
        var document = new JsonReport("import")
                .with("entries", plan.entries())
                .with("found", plan.found())
                .with("added", plan.added().size())
                .with("file", file.toString());
        problems.forEach(document::problem);
        return output.end(document, exitCode);
    }
}
