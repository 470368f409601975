package org.feedside.base.retries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Exponential backoff: the delay before a retry doubles with each failure.
 *
 * @param min the delay after the first failure, and the shortest of all
 * @param max the longest delay
 */
public record Backoff(Duration min, Duration max) {
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(10), Duration.ofHours(1));

    /** Limits the doublings, so that the delay cannot overflow: 10 seconds doubled 30 times are centuries. */
    private static final int MAX_DOUBLINGS = 30;

    /** The state after one or more failures in a row. */
    public record Failure(int count, Instant retryAt) {}

    /**
     * Returns the state after one more failure.
     *
     * @param retryAfter the delay that the other side asks for, limited to the range of this backoff
     */
    public Failure after(Optional<Failure> before, Optional<Duration> retryAfter, Instant now) {
        var count = before.map(Failure::count).orElse(0);
        var wait = retryAfter.orElseGet(() -> min.multipliedBy(1L << Math.min(count, MAX_DOUBLINGS)));
        return new Failure(count + 1, now.plus(clamp(wait)));
    }

    private Duration clamp(Duration wait) {
        if (wait.compareTo(min) < 0) {
            return min;
        }
        return wait.compareTo(max) > 0 ? max : wait;
    }

    /** Whether to wait for the retry. One beyond the longest delay shows that the clock was set back. */
    public boolean isWaiting(Failure failure, Instant now) {
        return now.isBefore(failure.retryAt()) && !failure.retryAt().isAfter(now.plus(max));
    }
}
