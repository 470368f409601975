package org.feedside.websub;

import java.time.Duration;
import java.util.Optional;

/** What a hub made of a ping. */
sealed interface PingResult {
    /** It will fetch the topic. */
    record Taken() implements PingResult {}

    /**
     * It does not want this topic, which says nothing of others.
     *
     * @param retryAfter how long it wants to be left alone with it
     */
    record Refused(String why, Optional<Duration> retryAfter) implements PingResult {}

    /**
     * It can be told nothing now.
     *
     * @param retryAfter how long it wants to be left alone
     */
    record Unavailable(String why, Optional<Duration> retryAfter) implements PingResult {
        static Unavailable because(String why) {
            return new Unavailable(why, Optional.empty());
        }
    }
}
