package org.feedside.operating;

import java.time.Duration;
import java.time.Instant;

/**
 * The number of subscribers that a reader declares.
 *
 * @param id the reader's id of the feed
 */
record DeclaredSubscribers(String id, long subscribers, Instant at) {
    private static final Duration MEMORY = Duration.ofDays(30);

    /** Returns whether the declaration is so old that the subscribers are considered gone. */
    boolean isForgotten(Instant now) {
        return at.isBefore(now.minus(MEMORY));
    }
}
