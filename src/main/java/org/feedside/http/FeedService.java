package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import org.feedside.publishing.Published;

/** What stands behind the sockets: a request in, an answer out. */
public final class FeedService {
    private final Published published;
    private final Responder responder;
    private final Optional<Gate> gate;

    public FeedService(Published published, HttpSettings settings) {
        this.published = published;
        this.responder = new Responder(settings);
        this.gate = settings.politeness().map(Gate::new);
    }

    public FeedResponse answer(FeedRequest request, Instant now) {
        var response = responder.respond(published.current(), request, now);
        return gate.map(g -> g.pass(request, response, now)).orElse(response);
    }
}
