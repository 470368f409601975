package org.feedside.operating;

import java.time.Duration;
import java.time.Instant;

/**
 * How many subscribers a reader said that it asks for.
 *
 * @param id by which the reader knows the feed
 */
record DeclaredSubscribers(String id, long subscribers, Instant at) {
    private static final Duration MEMORY = Duration.ofDays(30);

    /** Whether nothing was heard of them for so long that they are taken for gone. */
    boolean isForgotten(Instant now) {
        return at.isBefore(now.minus(MEMORY));
    }
}
