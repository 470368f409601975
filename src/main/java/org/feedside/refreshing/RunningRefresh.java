package org.feedside.refreshing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices a refresh that does not end, as when a mount hangs and a read never returns. One thread refreshes; any may ask. */
public final class RunningRefresh {
    /** Longer than a refresh takes, even the first one of a large site. */
    public static final Duration LIMIT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    private final InstantSource clock;
    private volatile Optional<Instant> began = Optional.empty();
    private boolean isStopping;
    private boolean isAskedAgain;
    private Optional<Instant> reported = Optional.empty();

    public RunningRefresh(InstantSource clock) {
        this.clock = clock;
    }

    /** Runs a refresh, or a part of one. */
    public <T> T during(Supplier<T> refresh) {
        var wasInterrupted = begin();
        try {
            return refresh.get();
        } finally {
            end(wasInterrupted);
        }
    }

    /** Ends the loop of a thread after the current refresh. */
    public synchronized void stop(Thread refreshing) {
        isStopping = true;
        interrupt(refreshing);
    }

    /** Makes the loop of a thread scan everything now, or after the current refresh. */
    public synchronized void refreshAgain(Thread refreshing) {
        isAskedAgain = true;
        interrupt(refreshing);
    }

    /** Returns whether the thread was interrupted to scan everything. */
    synchronized boolean takeAskedAgain() {
        var isAsked = isAskedAgain && !isStopping;
        isAskedAgain = false;
        return isAsked;
    }

    /** Does not interrupt a refresh: that would close the file that it is writing. */
    private void interrupt(Thread refreshing) {
        if (began.isEmpty()) {
            refreshing.interrupt();
        }
    }

    private synchronized boolean begin() {
        began = Optional.of(clock.instant());
        return Thread.interrupted();
    }

    private synchronized void end(boolean wasInterrupted) {
        began = Optional.empty();
        if (wasInterrupted || isStopping || isAskedAgain) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the refresh began that has been running for longer than the limit; empty if there is none. */
    public Optional<Instant> overdueSince() {
        return began.filter(then -> clock.instant().isAfter(then.plus(LIMIT)));
    }

    /** Returns how long a refresh has been running, in seconds; 0 if it is within the limit. */
    public long overdueSeconds() {
        return overdueSince()
                .map(then -> Duration.between(then, clock.instant()).toSeconds())
                .orElse(0L);
    }

    /** Returns the problem of an overdue refresh. */
    public static Diagnostic problem(Instant began) {
        return Code.OVERDUE.error(
                "feedside",
                "the refresh that began at %s has not ended, so the published feeds stay unchanged: look for a mount that does not respond"
                        .formatted(began));
    }

    /** Logs once that a refresh is overdue, and once that it has ended. One thread calls this every second or so. */
    public void report() {
        var overdue = overdueSince();
        if (!overdue.equals(reported)) {
            reported.ifPresent(then -> LOG.info("the refresh that began at {} has ended", then));
            overdue.ifPresent(then -> LOG.error("{}", problem(then)));
        }
        reported = overdue;
    }
}
