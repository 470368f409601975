package org.feedside.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.feedside.disk.SystemDisk;
import org.feedside.publishing.FeedsFolder;
import org.feedside.publishing.Published;
import org.feedside.refreshing.Outcome;
import org.feedside.refreshing.Refresher;
import org.feedside.state.MvStateStore;
import org.feedside.state.StateException;
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

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var disk = new SystemDisk();
        var folder = site.folder();
        var configuration = folder.read(disk);
        if (configuration.value().isEmpty()) {
            Report.problems(err, configuration.problems());
            return Report.USAGE;
        }
        var feedsFolder = feeds.folder(folder);
        var progress = ProgressLine.onTerminal(err);
        try (var store = MvStateStore.open(disk, feedsFolder)) {
            var refresher = new Refresher(
                    disk, folder, site.manner(), store, new FeedsFolder(disk, feedsFolder), new Published(), progress);
            refresher.nameHub(site.hub(configuration.value().get().service()));
            if (feeds.acceptsNewIds()) {
                refresher.acceptNewIds();
            }
            var outcome = refresh(refresher);
            progress.clear();
            Report.problems(err, outcome.problems());
            if (outcome.kind() == Outcome.Kind.DEGRADED) {
                return Report.USAGE;
            }
            Report.waiting(out, outcome.waiting());
            out.printf(
                    "%s in %s: %d changed, all in %s%n",
                    Report.count(outcome.posts(), "post"),
                    Report.count(outcome.documents(), "document"),
                    outcome.changed(),
                    feedsFolder);
            out.flush();
            return Report.exitCode(outcome.problems());
        } catch (StateException e) {
            err.println("error: " + e.getMessage());
            err.flush();
            return Report.USAGE;
        }
    }

    /** Refreshes, and once more if Last-Modified could not grow yet. */
    private Outcome refresh(Refresher refresher) throws InterruptedException {
        var outcome = refresher.refresh(clock.instant());
        while (outcome.kind() == Outcome.Kind.POSTPONED) {
            var until = outcome.again().orElseThrow();
            Thread.sleep(Math.max(1, Duration.between(clock.instant(), until).toMillis() + 1));
            outcome = refresher.refresh(clock.instant());
        }
        return outcome;
    }
}
