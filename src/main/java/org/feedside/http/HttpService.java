package org.feedside.http;

import java.time.Instant;
import java.util.Optional;

/** What stands behind a socket: a request in, a complete answer out. */
public interface HttpService {
    FeedResponse answer(FeedRequest request, Instant now);

    /** The same answer, if it can be given without waiting for anything: by a thread that many connections share. */
    default Optional<FeedResponse> prepared(FeedRequest request, Instant now) {
        return Optional.empty();
    }

    /**
     * The answer to what cannot be answered otherwise: it is no well-formed request, the server is being stopped, or we made
     * a mistake.
     *
     * @param status that says which
     */
    FeedResponse refuse(FeedRequest request, int status, Instant now);
}
