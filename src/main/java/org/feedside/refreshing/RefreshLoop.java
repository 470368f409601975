package org.feedside.refreshing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.disk.FileChanges;
import org.feedside.config.ServiceConfig;
import org.feedside.refreshing.watch.Hints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refreshes after file events, when a scheduled post is due, and at a regular interval. */
public final class RefreshLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshLoop.class);

    /** The pause before compression: authors often change the same documents again within seconds. */
    private static final Duration COMPRESSION_DELAY = Duration.ofSeconds(2);

    /** A release stops all threads, for a tenth of a second with 10,000 posts, so a few changes are no reason. */
    private static final int MANY_DOCUMENTS = 100;

    private static final String INTERNAL_ERROR = "internal error; the published feeds stay unchanged: please report it";

    private final Updater updater;
    private final Hints hints;
    private final InstantSource clock;
    private final ServiceConfig settings;
    private final RunningRefresh running;
    private final Consumer<RefreshRun> listener;
    private final Runnable memoryRelease;
    private Optional<Diagnostic> lastFailure = Optional.empty();

    /** The documents that were changed or compressed since the last release of memory. */
    private int replaced;

    /** Memory is released if more documents than this were replaced: none before the first release, then many. */
    private int leastReplaced;

    /**
     * @param running notices a refresh that does not end
     * @param listener receives each finished refresh
     * @param memoryRelease returns unused memory to the system; runs when as many documents have been changed or compressed
     *     as are published, and after the first time more than {@link #MANY_DOCUMENTS}
     */
    public RefreshLoop(
            Updater updater,
            Hints hints,
            InstantSource clock,
            ServiceConfig settings,
            RunningRefresh running,
            Consumer<RefreshRun> listener,
            Runnable memoryRelease) {
        this.updater = updater;
        this.hints = hints;
        this.clock = clock;
        this.settings = settings;
        this.running = running;
        this.listener = listener;
        this.memoryRelease = memoryRelease;
    }

    /** When to refresh if no event comes before, and the places to scan then. */
    private record Next(Instant at, FileChanges changes) {}

    /** Runs until the thread is interrupted, or stopped by {@link RunningRefresh#stop}. */
    public void run() throws InterruptedException {
        var changes = FileChanges.ANYWHERE;
        while (true) {
            var places = changes;
            var next = running.during(() -> refreshOnce(places));
            changes = waitForChanges(next);
        }
    }

    private FileChanges waitForChanges(Next next) throws InterruptedException {
        try {
            if (waitForHint(next.at())) {
                settle();
                return hints.changes();
            }
        } catch (InterruptedException e) {
            if (!running.takeAskedAgain()) {
                throw e;
            }
            return FileChanges.ANYWHERE;
        }
        return next.changes();
    }

    /** Waits for a hint until the time {@code next} and compresses documents in the meantime; false if no hint came. */
    private boolean waitForHint(Instant next) throws InterruptedException {
        releaseMemory();
        var wait = Duration.between(clock.instant(), next);
        var delay = shorter(COMPRESSION_DELAY, wait);
        if (hints.await(delay)) {
            return true;
        }
        var maxWait = wait.minus(delay);
        while (remaining(next, maxWait).compareTo(Duration.ZERO) > 0 && updater.compressNext()) {
            replaced++;
            if (hints.await(Duration.ZERO)) {
                return true;
            }
        }
        releaseMemory();
        return hints.await(remaining(next, maxWait));
    }

    private void releaseMemory() {
        if (replaced > leastReplaced && replaced >= updater.documents()) {
            replaced = 0;
            leastReplaced = MANY_DOCUMENTS;
            memoryRelease.run();
        }
    }

    /** Returns the remaining time up to {@code max}: a clock that is set back must not make the wait longer. */
    private Duration remaining(Instant next, Duration max) {
        return shorter(max, Duration.between(clock.instant(), next));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Refreshes once and returns the next refresh. */
    private Next refreshOnce(FileChanges changes) {
        var now = clock.instant();
        var regular = new Next(nextScan(now), FileChanges.ANYWHERE);
        return unlessFailed(() -> next(now, changes, regular)).orElse(regular);
    }

    private Next next(Instant now, FileChanges changes, Next regular) {
        var result = unlessFailed(() -> updater.refresh(now, changes));
        listener.accept(new RefreshRun(now, clock.instant(), result));
        if (result.isEmpty()) {
            return regular;
        }
        if (result.get().kind() == RefreshResult.Kind.CURRENT) {
            replaced += result.get().changed();
        }
        if (hints.watch(result.get().folders())) {
            // Changes made before the folder was watched caused no file events, so everything is scanned. A change that
            // began in the meantime gets time to end.
            updater.scanEverythingNext();
            return new Next(clock.instant().plus(settings.settle()), FileChanges.ANYWHERE);
        }
        return result.get()
                .nextRefresh()
                .filter(next -> next.isBefore(regular.at()))
                .map(next -> new Next(next, changesFor(result.get())))
                .orElse(regular);
    }

    /** A postponed publication has scanned all; it knows which paths to examine again. */
    private static FileChanges changesFor(RefreshResult result) {
        return result.kind() == RefreshResult.Kind.POSTPONED ? FileChanges.NONE : FileChanges.ANYWHERE;
    }

    /** Returns the time of the next scan if no event comes before it. */
    private Instant nextScan(Instant now) {
        return now.plus(updater.interval());
    }

    private <T> Optional<T> unlessFailed(Supplier<T> work) {
        return Fence.reporting("feedside", work, this::log).value();
    }

    /** Logs where a failure comes from once, not in each scan. */
    private void log(Throwable failure) {
        var problem = Optional.of(Fence.problem("feedside", failure));
        if (problem.equals(lastFailure)) {
            LOG.error("{} ({})", INTERNAL_ERROR, failure.toString());
        } else {
            LOG.error(INTERNAL_ERROR, failure);
        }
        lastFailure = problem;
    }

    /** Waits until there have been no events for a while, because editors and checkouts write files in many steps. */
    private void settle() throws InterruptedException {
        var latest = clock.instant().plus(settings.settleAtMost());
        var quiet = Optional.of(settings.settle());
        while (quiet.isPresent() && hints.await(quiet.get())) {
            var left = Duration.between(clock.instant(), latest);
            quiet = Optional.of(left)
                    .filter(l -> l.compareTo(Duration.ZERO) > 0)
                    .map(l -> shorter(l, settings.settle()));
        }
    }
}
