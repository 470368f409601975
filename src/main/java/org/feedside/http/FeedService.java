package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import org.feedside.publishing.Published;

/** Answers readers. */
public final class FeedService implements HttpService {
    private final Published published;
    private final Responder responder;
    private final Optional<Gate> gate;

    public FeedService(Published published, HttpSettings settings) {
        this.published = published;
        this.responder = new Responder(settings);
        this.gate = settings.politeness().map(Gate::new);
    }

    @Override
    public FeedResponse answer(FeedRequest request, Instant now) {
        var response = responder.respond(published.current(), request, now);
        return gate.map(g -> g.pass(request, response, now)).orElse(response);
    }

    @Override
    public FeedResponse refuse(FeedRequest request, int status, Instant now) {
        return status == 503 ? Answers.stopping(now) : Answers.refused(status, now);
    }
}
