package org.feedside.pinging;

import java.time.Duration;
import java.util.Optional;

/** What a hub made of a ping. */
sealed interface Answer {
    /** It will fetch the topic. */
    record Taken() implements Answer {}

    /**
     * It does not want this topic, which says nothing of others.
     *
     * @param retryAfter how long it wants to be left alone with it
     */
    record Refused(String why, Optional<Duration> retryAfter) implements Answer {}

    /**
     * It can be told nothing now.
     *
     * @param retryAfter how long it wants to be left alone
     */
    record Unavailable(String why, Optional<Duration> retryAfter) implements Answer {
        static Unavailable because(String why) {
            return new Unavailable(why, Optional.empty());
        }
    }
}
