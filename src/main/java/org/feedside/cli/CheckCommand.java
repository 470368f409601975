package org.feedside.cli;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.text.PrintableText;
import org.feedside.base.toml.TomlText;
import org.feedside.config.SiteFolder;
import org.feedside.formats.Json;
import org.feedside.markup.built.SelectorSearch;
import org.feedside.pipeline.LoadedSite;
import org.feedside.pipeline.SelectorFinder;
import org.feedside.tools.check.PostReport;
import org.feedside.tools.check.SiteCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints all problems of a site and writes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Print all problems of the site's posts and configuration, and write nothing.",
            "",
            "Each line has the form file:line:column: error: what is wrong, what to do.",
            "An error keeps a post out of the feeds, a warning does not, and advice suggests an improvement."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--public",
            paramLabel = "DIR",
            description = "Also check that each built page in this folder (Zola's public) links to the right feeds.")
    private Optional<Path> built = Optional.empty();

    @Option(
            names = "--post",
            paramLabel = "FILE",
            description = "Also explain one post: the feeds that show it, or why none does; its address, id and dates; "
                    + "and what was removed from its HTML.")
    private Optional<Path> post = Optional.empty();

    @Option(
            names = "--find-selector",
            description =
                    "Only find the `content_selector` that fits the posts in the folder `built` best, and print it.")
    private boolean findsSelector;

    @Override
    public Integer call() {
        return findsSelector ? findSelector() : check();
    }

    private int findSelector() {
        var disk = new SystemDisk();
        var now = Clock.systemUTC().instant();
        var loaded = LoadedSite.read(disk, site.folder(), now);
        var found = loaded.value().flatMap(l -> SelectorFinder.find(disk, site.folder(), l, site.buildOptions(), now));
        var problems = loaded.value().isEmpty() || found.isPresent()
                ? loaded.problems()
                : List.of(
                        Code.BUILT_PAGE.error(
                                site.folder().folder().resolve(SiteFolder.SETTINGS_FILE),
                                "no element of the built pages contains the posts' texts: build the site, and set `built` to the folder of its pages"));
        output.print(console -> {
            console.out().problems(problems);
            found.ifPresent(selector -> {
                console.out()
                        .line("content_selector = %s # fits to %.0f %%"
                                .formatted(TomlText.quoted(selector.selector()), 100 * selector.fit()));
                console.out().line("%s begins: %s".formatted(selector.example(), selector.text()));
            });
        });
        return output.end(
                new JsonReport("check")
                        .with(
                                "selector",
                                found.map(SelectorSearch.Result::selector).orElse(""))
                        .problems(problems),
                found.isPresent() ? ExitCode.DONE : ExitCode.USAGE);
    }

    private int check() {
        var progress = output.progress();
        var report = SiteCheck.of(
                new SystemDisk(),
                site.folder(),
                site.buildOptions(),
                built,
                post,
                progress,
                Clock.systemUTC().instant());
        progress.clear();
        var exitCode = report.usable() ? ExitCode.of(report.problems()) : ExitCode.USAGE;
        output.print(console -> print(report, console.out()));
        return output.end(json(report), exitCode);
    }

    private static JsonReport json(SiteCheck.Report report) {
        var document = new JsonReport("check").with("posts", report.posts()).with("feeds", report.feeds());
        report.pages().ifPresent(pages -> document.with("pages", pages));
        report.post()
                .ifPresent(post -> document.with(
                        "post",
                        Json.object(
                                entry("feeds", post.feeds()),
                                entry("reasons", post.reasons()),
                                entry("facts", post.facts()),
                                entry("removed", post.removed()))));
        return document.problems(report.problems()).waiting(report.waiting());
    }

    private static void print(PostReport post, ConsoleText out) {
        post.facts().forEach((name, value) -> out.line(name + ": " + PrintableText.text(value)));
        post.feeds().forEach(feed -> out.line("in " + PrintableText.text(feed)));
        post.reasons().forEach(reason -> out.line("not in a feed: " + PrintableText.text(reason)));
        post.removed().forEach((name, count) -> out.line("removed from its HTML: %d × <%s>".formatted(count, name)));
    }

    private static void print(SiteCheck.Report report, ConsoleText out) {
        out.problems(report.problems());
        if (!report.usable()) {
            return;
        }
        out.waiting(report.waiting());
        report.post().ifPresent(post -> print(post, out));
        var counts =
                PrintableText.count(report.posts(), "post") + ", " + PrintableText.count(report.feeds(), "feed") + ", ";
        if (report.pages().isPresent()) {
            counts += PrintableText.count(report.pages().getAsInt(), "page") + ", ";
        }
        if (report.problems().isEmpty()) {
            out.success(counts + "no problems");
        } else {
            out.line(counts + PrintableText.count(report.problems().size(), "problem"));
        }
    }
}
