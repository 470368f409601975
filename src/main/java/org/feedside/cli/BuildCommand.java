package org.feedside.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.disk.TemporaryFolder;
import org.feedside.base.text.PrintableText;
import org.feedside.publishing.state.StateException;
import org.feedside.refreshing.RefreshResult;
import org.feedside.tools.previous.PreviousPublication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes all feeds once. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Write all feeds once.",
            "",
            "Files whose feed has not changed are not touched, except with --output. A post with an error keeps its last published "
                    + "version, or is left out if it has none; everything else is written. `build` does not notify the "
                    + "WebSub hub, because its subscribers could not fetch feeds that you have not uploaded yet. `serve` "
                    + "notifies it of all changes since.",
            "",
            "With --output the feeds and the pages about them become part of the built site, for a host that only serves "
                    + "files."
        },
        footerHeading = "%nFor example, after the generator has built the site in my-site/public:%n",
        footer = "  feedside build my-site --output my-site/public --state my-site/.feeds-state")
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private FeedsOption feeds = new FeedsOption();

    @Mixin
    private OutputOptions outputs = new OutputOptions();

    @Option(
            names = "--accept-shrink",
            description = "Publish the posts even if most of those that were published are missing.")
    private boolean acceptsShrink;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        outputs.check(feeds.isFolderGiven());
        var builtSite = outputs.builtSite();
        if (builtSite.isEmpty()) {
            return build(feeds.folder(site.folder()), Optional.empty());
        } else if (!isFolder(builtSite.get())) {
            return fail(Problem.error(
                    Code.FEEDS_FOLDER,
                    "%s is not a folder: --output names the site that the generator has built"
                            .formatted(builtSite.get())));
        } else if (outputs.state().isPresent()) {
            return build(outputs.state().get(), Optional.empty());
        }
        try (var temporary = TemporaryFolder.create()) {
            var url = outputs.previous();
            return build(
                    temporary.path(),
                    url.isPresent()
                            ? Optional.of(new PreviousState(PreviousPublication.fetch(url.get())))
                            : Optional.empty());
        } catch (StateException e) {
            return fail(Problem.error(Code.STATE, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return fail(Problem.error(
                    Code.FEEDS_FOLDER, "there is no place for temporary files: " + FailureReason.withFile(e)));
        }
    }

    private static boolean isFolder(Path path) {
        try {
            return new SystemDisk().entry(path).filter(DiskEntry::isFolder).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isBuiltSite(Path folder) {
        try {
            return new SystemDisk().entry(folder.resolve("index.html")).isPresent();
        } catch (IOException e) {
            // The feeds were written there, so only the warning is lost.
            return false;
        }
    }

    /**
     * Builds the feeds.
     *
     * @param folder the folder of the feeds and of the state
     * @param previous the state to continue from, if it is not in the folder
     */
    private int build(Path folder, Optional<PreviousState> previous) throws InterruptedException {
        var configuration = site.folder().read(new SystemDisk());
        if (configuration.value().isEmpty()) {
            return fail(Problem.of(configuration.problems()));
        }
        // Nothing was there a moment ago: a missing file is deleted.
        var read = configuration.value().get().service().withSettle(Duration.ZERO);
        var builtSite = outputs.builtSite();
        // A static host does not notify the hub, so subscribers of the hub would get no updates.
        var settings = builtSite.isPresent() ? read.withHub(Optional.empty()) : read;
        var progress = output.progress();
        var options = feeds.options(site, folder, settings, acceptsShrink, progress);
        try (var service =
                previous.map(state -> new Service(options, state::store)).orElseGet(() -> new Service(options))) {
            service.open();
            var refreshed = refresh(service);
            progress.clear();
            if (refreshed.value().isEmpty()) {
                return fail(Problem.of(refreshed.problems()));
            }
            var result = refreshed.value().get();
            if (result.kind() == RefreshResult.Kind.DEGRADED) {
                return fail(Problem.of(result.problems()));
            }
            var losses = previous.filter(state -> !acceptsShrink)
                    .map(state -> state.losses(result.problems()))
                    .orElse(List.of());
            if (!losses.isEmpty()) {
                return fail(losses);
            }
            var problems = new ArrayList<>(result.problems());
            builtSite.ifPresent(site -> problems.addAll(new StaticOutput(new SystemDisk(), site, settings.http())
                    .write(service.published().current())));
            if (builtSite.isEmpty() && isBuiltSite(folder)) {
                problems.add(Code.FEEDS_FOLDER.warning(
                        folder,
                        "this is a built site, and the state in its folder .feedside must not be published: use --output instead of"
                                + " --feeds"));
            }
            return report(result, problems, builtSite.orElse(folder));
        } catch (StateException e) {
            return fail(Problem.error(Code.STATE, String.valueOf(e.getMessage())));
        }
    }

    private int fail(Problem problem) {
        return fail(List.of(problem));
    }

    private int fail(List<Problem> problems) {
        return output.fail(new JsonReport("build"), problems);
    }

    private int report(RefreshResult result, List<Diagnostic> problems, Path folder) {
        var exitCode = ExitCode.of(problems);
        output.print(console -> {
            console.err().problems(problems);
            console.out().waiting(result.waiting());
            console.out()
                    .result(
                            exitCode,
                            "%s in %s: %d changed, all in %s"
                                    .formatted(
                                            PrintableText.count(result.posts(), "post"),
                                            PrintableText.count(result.documents(), "document"),
                                            result.changed(),
                                            folder));
        });
        var report = new JsonReport("build")
                .with("posts", result.posts())
                .with("documents", result.documents())
                .with("changed", result.changed())
                .with("folder", folder.toString())
                .problems(problems)
                .waiting(result.waiting());
        return output.end(report, exitCode);
    }

    /** Refreshes, and waits and retries while Last-Modified cannot increase yet, because it counts whole seconds. */
    private static Parsed<RefreshResult> refresh(Service service) throws InterruptedException {
        while (true) {
            var refreshed = Fence.of("feedside", service::refresh);
            var postponed = refreshed.value().filter(result -> result.kind() == RefreshResult.Kind.POSTPONED);
            if (postponed.isEmpty()) {
                return refreshed;
            }
            var next = postponed.get().nextRefresh().orElseThrow();
            var wait = Duration.between(Clock.systemUTC().instant(), next);
            Thread.sleep(Math.max(1, wait.toMillis() + 1));
        }
    }
}
