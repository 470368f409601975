package org.feedside.tools.doctor;

import java.time.Duration;
import org.feedside.publishing.Bytes;

/** What came of a request. */
sealed interface FetchResult {
    /**
     * An answer of a server.
     *
     * @param isCut whether there is more of the body than is here
     * @param time from the request to the last byte
     */
    record Received(int status, ResponseFields fields, Bytes body, boolean isCut, Duration time)
            implements FetchResult {
        boolean isRedirect() {
            return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        }
    }

    /**
     * None.
     *
     * @param detail what the machine says of it
     */
    record Missing(ConnectionFailure trouble, String detail) implements FetchResult {}
}
