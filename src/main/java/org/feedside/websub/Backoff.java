package org.feedside.websub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long to wait before something that failed is tried again: twice as long each time.
 *
 * @param least after the first failure
 * @param most however often it failed
 */
record Backoff(Duration least, Duration most) {
    static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(10), Duration.ofHours(1));

    /** Beyond this, twice as long is longer than any bound that makes sense. */
    private static final int MOST_DOUBLINGS = 30;

    /**
     * Something that failed.
     *
     * @param times how often, one after the other
     * @param until when it is tried again
     */
    record Setback(int times, Instant until) {}

    /**
     * The setback after one more failure.
     *
     * @param wish how long the other side wants us to wait, honoured between the bounds
     */
    Setback after(Optional<Setback> before, Optional<Duration> wish, Instant now) {
        var times = before.map(Setback::times).orElse(0);
        var wait = wish.orElseGet(() -> least.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS)));
        return new Setback(times + 1, now.plus(between(wait)));
    }

    private Duration between(Duration wait) {
        if (wait.compareTo(least) < 0) {
            return least;
        }
        return wait.compareTo(most) > 0 ? most : wait;
    }

    /** Whether it must still wait; one that would wait longer than any does not, as the clock was set back. */
    boolean holds(Setback setback, Instant now) {
        return now.isBefore(setback.until()) && !setback.until().isAfter(now.plus(most));
    }
}
