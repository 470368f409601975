package org.feedside.http;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.feedside.publishing.Published;

/** Responds to feed readers from the published snapshot. */
public final class FeedService implements HttpService {
    private final Published published;
    private final ServiceConfig settings;
    private final Responder responder;
    private final Optional<RateLimiter> rateLimiter;
    private volatile ResponseCache cache;

    /**
     * Creates a service.
     *
     * @param baseUrl the site's public address. Every address in a response is built from it, and none from the request
     */
    public FeedService(Published published, URI baseUrl, ServiceConfig settings) {
        this.published = published;
        this.settings = settings;
        this.responder = new Responder(baseUrl, settings);
        this.rateLimiter = settings.http().burst().map(burst -> new RateLimiter(burst, settings.http()));
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
