package org.feedside.http;

import java.time.Instant;

/** What stands behind a socket: a request in, a complete answer out. */
public interface HttpService {
    FeedResponse answer(FeedRequest request, Instant now);

    /**
     * The answer to what cannot be answered otherwise: it is no well-formed request, the server is being stopped, or we made
     * a mistake.
     *
     * @param status that says which
     */
    FeedResponse refuse(FeedRequest request, int status, Instant now);
}
