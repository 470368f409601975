package org.feedside.http;

import java.time.Instant;
import org.feedside.publishing.Published;

/** What stands behind the sockets: a request in, an answer out. */
public final class FeedService {
    private final Published published;
    private final Responder responder;

    public FeedService(Published published, HttpSettings settings) {
        this.published = published;
        this.responder = new Responder(settings);
    }

    public FeedResponse answer(FeedRequest request, Instant now) {
        return responder.respond(published.current(), request, now);
    }
}
