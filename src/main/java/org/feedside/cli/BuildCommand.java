package org.feedside.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.feedside.base.disk.SystemDisk;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Published;
import org.feedside.publishing.state.MvStateStore;
import org.feedside.publishing.state.StateException;
import org.feedside.refreshing.RefreshResult;
import org.feedside.refreshing.Refresher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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
    private final InstantSource clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private FeedsOption feeds = new FeedsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() throws InterruptedException {
        var disk = new SystemDisk();
        var folder = site.folder();
        var configuration = folder.read(disk);
        if (configuration.value().isEmpty()) {
            return fail(
                    configuration.problems().stream().sorted().map(Problem::of).toList());
        }
        var feedsFolder = feeds.folder(folder);
        var progress = ProgressLine.onTerminal(spec.commandLine().getErr());
        try (var store = MvStateStore.open(disk, feedsFolder)) {
            var refresher = new Refresher(
                    disk,
                    folder,
                    site.buildOptions(),
                    store,
                    new FeedsFolder(disk, feedsFolder),
                    new Published(),
                    UnaryOperator.identity(),
                    progress);
            refresher.overrideHub(site.hub(configuration.value().get().service()));
            if (feeds.acceptsNewIds()) {
                refresher.acceptNewIds();
            }
            var result = refresh(refresher);
            progress.clear();
            return result.kind() == RefreshResult.Kind.DEGRADED
                    ? fail(result.problems().stream().sorted().map(Problem::of).toList())
                    : report(result, feedsFolder);
        } catch (StateException e) {
            return fail(List.of(Problem.error(String.valueOf(e.getMessage()))));
        }
    }

    private int fail(List<Problem> problems) {
        if (json.isRequested()) {
            var report = new JsonReport("build");
            problems.forEach(report::problem);
            return report.print(spec.commandLine().getOut(), ExitCode.USAGE);
        }
        problems.forEach(Console.of(spec).err()::problem);
        return ExitCode.USAGE;
    }

    private int report(RefreshResult result, Path feedsFolder) {
        var exitCode = ExitCode.of(result.problems());
        if (json.isRequested()) {
            return new JsonReport("build")
                    .with("posts", result.posts())
                    .with("documents", result.documents())
                    .with("changed", result.changed())
                    .with("folder", feedsFolder.toString())
                    .problems(result.problems())
                    .waiting(result.waiting())
                    .print(spec.commandLine().getOut(), exitCode);
        }
        var console = Console.of(spec);
        console.err().problems(result.problems());
        console.out().waiting(result.waiting());
        console.out()
                .result(
                        exitCode,
                        "%s in %s: %d changed, all in %s"
                                .formatted(
                                        ConsoleText.count(result.posts(), "post"),
                                        ConsoleText.count(result.documents(), "document"),
                                        result.changed(),
                                        feedsFolder));
        return exitCode;
    }

    /** Refreshes, and waits and retries while Last-Modified cannot increase yet, because it counts whole seconds. */
    private RefreshResult refresh(Refresher refresher) throws InterruptedException {
        var result = refresher.refresh(clock.instant());
        while (result.kind() == RefreshResult.Kind.POSTPONED) {
            var until = result.nextRefresh().orElseThrow();
            Thread.sleep(Math.max(1, Duration.between(clock.instant(), until).toMillis() + 1));
            result = refresher.refresh(clock.instant());
        }
        return result;
    }
}
