package org.feedside.websub;

import java.time.Duration;
import java.util.Optional;

/** The result of a ping. */
sealed interface PingResult {
    /** The hub accepted the ping and will fetch the topic. */
    record Accepted() implements PingResult {}

    /**
     * The hub refused this topic; it may accept others.
     *
     * @param retryAfter the requested delay before a retry of this topic
     */
    record Refused(String why, Optional<Duration> retryAfter) implements PingResult {}

    /**
     * The hub accepts no pings at the moment.
     *
     * @param retryAfter the requested delay before any retry
     */
    record Unavailable(String why, Optional<Duration> retryAfter) implements PingResult {
        static Unavailable because(String why) {
            return new Unavailable(why, Optional.empty());
        }
    }
}
