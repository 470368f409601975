package org.feedside.http;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedside.config.ServiceConfig;
import org.feedside.publishing.Published;

/** Responds to feed readers from the published snapshot. */
public final class FeedService implements HttpService {
    private final Published published;
    private final ServiceConfig settings;
    private final Supplier<URI> baseUrl;
    private volatile Responder responder;
    private final Optional<RateLimiter> rateLimiter;
    private volatile PreparedResponses prepared;

    /** @param baseUrl the site's public address. Every address in a response is built from it, and none from the request */
    public FeedService(Published published, URI baseUrl, ServiceConfig settings) {
        this(published, () -> baseUrl, settings);
    }

    /**
     * @param baseUrl returns the site's public address, which a follower learns when it publishes
     */
    public FeedService(Published published, Supplier<URI> baseUrl, ServiceConfig settings) {
        this.published = published;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.responder = new Responder(baseUrl.get(), settings);
        this.rateLimiter = settings.http().burst().map(burst -> new RateLimiter(burst, settings.http()));
        this.prepared = new PreparedResponses(published.current(), settings);
    }

    @Override
    public FeedResponse respond(FeedRequest request, Instant now) {
        var snapshot = published.current();
        // The address is that of this snapshot or of a later one.
        var response = responder().respond(snapshot, request, now);
        if (response.status() < 400) {
            published.serve();
        }
        return refusal(request, response, now).orElse(response);
    }

    @Override
    public Optional<PreparedResponse> preparedResponse(FeedRequest request, Instant now) {
        var documents = prepared();
        var response = responder().preparedResponse(documents, request, now);
        if (response.isPresent()) {
            published.serve();
        }
        return response.map(r ->
                refusal(request, r.response(), now).map(PreparedResponse::new).orElse(r));
    }

    private Responder responder() {
        var current = responder;
        var address = baseUrl.get();
        if (current.isOf(address)) {
            return current;
        }
        var next = new Responder(address, settings);
        responder = next;
        return next;
    }

    private PreparedResponses prepared() {
        var snapshot = published.current();
        var current = prepared;
        if (current.areOf(snapshot)) {
            return current;
        }
        var next = new PreparedResponses(snapshot, settings);
        prepared = next;
        return next;
    }

    private Optional<FeedResponse> refusal(FeedRequest request, FeedResponse response, Instant now) {
        return rateLimiter.flatMap(limiter -> limiter.refusal(request, response, now));
    }

    @Override
    public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
        return status == 503 ? Responses.stopping(now) : Responses.error(status, now);
    }
}
