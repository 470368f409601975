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
            "Write all feeds once, and say what was done.",
            "",
            "Files whose feed has not changed are not touched. A post with an error keeps the "
                    + "version that was published before, or stays out; everything else is written. "
                    + "A WebSub hub is not told: its subscribers could not load yet what you upload later. "
                    + "`serve` tells it of what has changed since."
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
            return refuse(
                    configuration.problems().stream().sorted().map(Problem::of).toList());
        }
        var feedsFolder = feeds.folder(folder);
        var progress = ProgressLine.onTerminal(spec.commandLine().getErr());
        try (var store = MvStateStore.open(disk, feedsFolder)) {
            var refresher = new Refresher(
                    disk,
                    folder,
                    site.manner(),
                    store,
                    new FeedsFolder(disk, feedsFolder),
                    new Published(),
                    UnaryOperator.identity(),
                    progress);
            refresher.overrideHub(site.hub(configuration.value().get().service()));
            if (feeds.acceptsNewIds()) {
                refresher.acceptNewIds();
            }
            var outcome = refresh(refresher);
            progress.clear();
            return outcome.kind() == RefreshResult.Kind.DEGRADED
                    ? refuse(outcome.problems().stream()
                            .sorted()
                            .map(Problem::of)
                            .toList())
                    : report(outcome, feedsFolder);
        } catch (StateException e) {
            return refuse(List.of(Problem.error(String.valueOf(e.getMessage()))));
        }
    }

    private int refuse(List<Problem> problems) {
        if (json.isWanted()) {
            var report = new JsonReport("build");
            problems.forEach(report::problem);
            return report.print(spec.commandLine().getOut(), ExitCode.USAGE);
        }
        problems.forEach(Console.of(spec).err()::problem);
        return ExitCode.USAGE;
    }

    private int report(RefreshResult outcome, Path feedsFolder) {
        var exitCode = ExitCode.exitCode(outcome.problems());
        if (json.isWanted()) {
            return new JsonReport("build")
                    .with("posts", outcome.posts())
                    .with("documents", outcome.documents())
                    .with("changed", outcome.changed())
                    .with("folder", feedsFolder.toString())
                    .problems(outcome.problems())
                    .waiting(outcome.waiting())
                    .print(spec.commandLine().getOut(), exitCode);
        }
        var console = Console.of(spec);
        console.err().problems(outcome.problems());
        console.out().waiting(outcome.waiting());
        console.out()
                .ended(
                        exitCode,
                        "%s in %s: %d changed, all in %s"
                                .formatted(
                                        ExitCode.count(outcome.posts(), "post"),
                                        ExitCode.count(outcome.documents(), "document"),
                                        outcome.changed(),
                                        feedsFolder));
        return exitCode;
    }

    /** Refreshes, and once more if Last-Modified could not grow yet. */
    private RefreshResult refresh(Refresher refresher) throws InterruptedException {
        var outcome = refresher.refresh(clock.instant());
        while (outcome.kind() == RefreshResult.Kind.POSTPONED) {
            var until = outcome.nextRefresh().orElseThrow();
            Thread.sleep(Math.max(1, Duration.between(clock.instant(), until).toMillis() + 1));
            outcome = refresher.refresh(clock.instant());
        }
        return outcome;
    }
}
