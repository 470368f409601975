package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import org.feedside.publishing.Published;

/** Answers readers. */
public final class FeedService implements HttpService {
    private final Published published;
    private final HttpSettings settings;
    private final Responder responder;
    private final Optional<RateLimiter> gate;
    private volatile ResponseCache shelf;

    public FeedService(Published published, HttpSettings settings) {
        this.published = published;
        this.settings = settings;
        this.responder = new Responder(settings);
        this.gate = settings.politeness().map(RateLimiter::new);
        this.shelf = new ResponseCache(published.current(), settings);
    }

    @Override
    public FeedResponse answer(FeedRequest request, Instant now) {
        return passed(request, responder.respond(published.current(), request, now), now);
    }

    @Override
    public Optional<FeedResponse> prepared(FeedRequest request, Instant now) {
        return responder.prepared(shelf(), request, now).map(response -> passed(request, response, now));
    }

    private ResponseCache shelf() {
        var snapshot = published.current();
        var known = shelf;
        if (known.isOf(snapshot)) {
            return known;
        }
        var fresh = new ResponseCache(snapshot, settings);
        shelf = fresh;
        return fresh;
    }

    private FeedResponse passed(FeedRequest request, FeedResponse response, Instant now) {
        return gate.map(g -> g.pass(request, response, now)).orElse(response);
    }

    @Override
    public FeedResponse refuse(FeedRequest request, int status, Instant now) {
        return status == 503 ? Responses.stopping(now) : Responses.refused(status, now);
    }
}
