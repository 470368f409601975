package org.feedside.http;

import java.time.Instant;
import java.util.Optional;

/** Responds to HTTP requests. */
public interface HttpService {
    /** Returns the complete response to a request; may block. */
    FeedResponse respond(FeedRequest request, Instant now);

    /**
     * Returns the same response if it is available without blocking; called on a thread that many connections share.
     *
     * @param request a GET
     */
    default Optional<PreparedResponse> preparedResponse(FeedRequest request, Instant now) {
        return Optional.empty();
    }

    /** Returns an error response: the request is malformed, the server is shutting down, or the service failed. */
    FeedResponse errorResponse(FeedRequest request, int status, Instant now);
}
