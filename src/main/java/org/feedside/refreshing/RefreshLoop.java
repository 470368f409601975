package org.feedside.refreshing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.feedside.base.disk.FileChanges;
import org.feedside.config.ServiceConfig;
import org.feedside.refreshing.watch.Hints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refreshes when something may have happened, when a post's time comes, and every now and then. */
public final class RefreshLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshLoop.class);

    /** An author who is at work changes the same documents again. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final String FAULT = "a fault of ours: what was published stays; please report it";

    private final Refresher refresher;
    private final Hints hints;
    private final InstantSource clock;
    private final ServiceConfig settings;
    private final Consumer<RefreshRun> listener;

    /** A loop that tells each refresh to {@code listener}. */
    public RefreshLoop(
            Refresher refresher,
            Hints hints,
            InstantSource clock,
            ServiceConfig settings,
            Consumer<RefreshRun> listener) {
        this.refresher = refresher;
        this.hints = hints;
        this.clock = clock;
        this.settings = settings;
        this.listener = listener;
    }

    /** Runs until the thread is interrupted. */
    public void run() throws InterruptedException {
        var changes = FileChanges.ANYWHERE;
        while (!Thread.currentThread().isInterrupted()) {
            var again = step(changes);
            if (await(again)) {
                settle();
                changes = hints.changes();
            } else {
                changes = FileChanges.ANYWHERE;
            }
        }
    }

    /** Waits for a hint, and meanwhile does what may come later; false if none came. */
    private boolean await(Instant again) throws InterruptedException {
        var wait = Duration.between(clock.instant(), again);
        var rest = shorter(REST, wait);
        if (hints.await(rest)) {
            return true;
        }
        var most = wait.minus(rest);
        while (left(again, most).compareTo(Duration.ZERO) > 0 && refresher.codeOneMore()) {
            if (hints.await(Duration.ZERO)) {
                return true;
            }
        }
        return hints.await(left(again, most));
    }

    /** A clock that is set back meanwhile makes no wait longer. */
    private Duration left(Instant again, Duration most) {
        return shorter(most, Duration.between(clock.instant(), again));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Refreshes once, and says when to do it again at the latest. */
    private Instant step(FileChanges changes) {
        var now = clock.instant();
        var regular = nextScan(now);
        try {
            var outcome = refresh(now, changes);
            listener.accept(new RefreshRun(now, clock.instant(), outcome));
            if (outcome.isEmpty()) {
                return regular;
            }
            if (hints.watch(outcome.get().folders())) {
                // What happened before the folder was watched gave no hint.
                refresher.lookEverywhereNext();
                return now;
            }
            return outcome.get()
                    .again()
                    .filter(again -> again.isBefore(regular))
                    .orElse(regular);
        } catch (RuntimeException e) {
            LOG.error(FAULT, e);
            return regular;
        }
    }

    /** The time of the next scan if no event comes before it. */
    private Instant nextScan(Instant now) {
        return now.plus(settings.lookEvery());
    }

    private Optional<RefreshResult> refresh(Instant now, FileChanges changes) {
        try {
            return Optional.of(refresher.refresh(now, changes));
        } catch (RuntimeException e) {
            LOG.error(FAULT, e);
            return Optional.empty();
        }
    }

    /** Waits until nothing has happened for a while, as editors and checkouts write in many steps. */
    private void settle() throws InterruptedException {
        var latest = clock.instant().plus(settings.settleAtMost());
        var quiet = Optional.of(settings.settle());
        while (quiet.isPresent() && hints.await(quiet.get())) {
            var left = Duration.between(clock.instant(), latest);
            quiet = Optional.of(left)
                    .filter(l -> l.compareTo(Duration.ZERO) > 0)
                    .map(l -> l.compareTo(settings.settle()) < 0 ? l : settings.settle());
        }
    }
}
