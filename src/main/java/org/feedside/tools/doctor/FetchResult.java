package org.feedside.tools.doctor;

import java.time.Duration;
import org.feedside.publishing.Bytes;

/** The result of a request. */
sealed interface FetchResult {
    /**
     * A response.
     *
     * @param isCut whether the body is longer than what was read
     * @param time from the request to the last byte
     */
    record Received(int status, ResponseFields fields, Bytes body, boolean isCut, Duration time)
            implements FetchResult {
        boolean isRedirect() {
            return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        }
    }

    /**
     * No response.
     *
     * @param detail the system's message
     */
    record Missing(ConnectionFailure failure, String detail) implements FetchResult {}
}
