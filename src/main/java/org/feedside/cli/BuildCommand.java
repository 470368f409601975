package org.feedside.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.text.PrintableText;
import org.feedside.publishing.state.StateException;
import org.feedside.refreshing.RefreshResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes all feeds once. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Write all feeds once.",
            "",
            "Files whose feed has not changed are not touched. A post with an error keeps its last published "
                    + "version, or is left out if it has none; everything else is written. `build` does not notify the "
                    + "WebSub hub, because its subscribers could not fetch feeds that you have not uploaded yet. `serve` "
                    + "notifies it of all changes since."
        })
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private FeedsOption feeds = new FeedsOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        var configuration = site.folder().read(new SystemDisk());
        if (configuration.value().isEmpty()) {
            return fail(Problem.of(configuration.problems()));
        }
        // Nothing was there a moment ago: a missing file is deleted.
        var settings = configuration.value().get().service().withSettle(Duration.ZERO);
        var progress = output.progress();
        try (var service = new Service(feeds.options(site, settings, progress))) {
            service.open();
            var refreshed = refresh(service);
            progress.clear();
            if (refreshed.value().isEmpty()) {
                return fail(Problem.of(refreshed.problems()));
            }
            var result = refreshed.value().get();
            return result.kind() == RefreshResult.Kind.DEGRADED
                    ? fail(Problem.of(result.problems()))
                    : report(result, feeds.folder(site.folder()));
        } catch (StateException e) {
            return fail(List.of(Problem.error(Code.STATE, String.valueOf(e.getMessage()))));
        }
    }

    private int fail(List<Problem> problems) {
        return output.fail(new JsonReport("build"), problems);
    }

    private int report(RefreshResult result, Path feedsFolder) {
        var exitCode = ExitCode.of(result.problems());
        output.print(console -> {
            console.err().problems(result.problems());
            console.out().waiting(result.waiting());
            console.out()
                    .result(
                            exitCode,
                            "%s in %s: %d changed, all in %s"
                                    .formatted(
                                            PrintableText.count(result.posts(), "post"),
                                            PrintableText.count(result.documents(), "document"),
                                            result.changed(),
                                            feedsFolder));
        });
        var report = new JsonReport("build")
                .with("posts", result.posts())
                .with("documents", result.documents())
                .with("changed", result.changed())
                .with("folder", feedsFolder.toString())
                .problems(result.problems())
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
