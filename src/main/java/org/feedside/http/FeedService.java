package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import org.feedside.publishing.Published;

/** Responds to feed readers from the published snapshot. */
public final class FeedService implements HttpService {
    private final Published published;
    private final HttpSettings settings;
    private final Responder responder;
    private final Optional<RateLimiter> rateLimiter;
    private volatile ResponseCache cache;

    public FeedService(Published published, HttpSettings settings) {
        this.published = published;
        this.settings = settings;
        this.responder = new Responder(settings);
        this.rateLimiter = settings.rateLimit().map(RateLimiter::new);
        this.cache = new ResponseCache(published.current(), settings);
    }

    @Override
    public FeedResponse respond(FeedRequest request, Instant now) {
        return limited(request, responder.respond(published.current(), request, now), now);
    }

    @Override
    public Optional<FeedResponse> preparedResponse(FeedRequest request, Instant now) {
        return responder.preparedResponse(cache(), request, now).map(response -> limited(request, response, now));
    }

    private ResponseCache cache() {
        var snapshot = published.current();
        var current = cache;
        if (current.isOf(snapshot)) {
            return current;
        }
        var next = new ResponseCache(snapshot, settings);
        cache = next;
        return next;
    }

    private FeedResponse limited(FeedRequest request, FeedResponse response, Instant now) {
        return rateLimiter.map(limiter -> limiter.limit(request, response, now)).orElse(response);
    }

    @Override
    public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
        return status == 503 ? Responses.stopping(now) : Responses.error(status, now);
    }
}
