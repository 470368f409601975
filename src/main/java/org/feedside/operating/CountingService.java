package org.feedside.operating;

import java.time.Instant;
import java.util.Optional;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.HttpService;

/** Counts every answer of a service once it is decided, and changes none. */
final class CountingService implements HttpService {
    private final HttpService service;
    private final Polls polls;
    private final Metrics metrics;

    CountingService(HttpService service, Polls polls, Metrics metrics) {
        this.service = service;
        this.polls = polls;
        this.metrics = metrics;
    }

    @Override
    public FeedResponse answer(FeedRequest request, Instant now) {
        return counted(request, service.answer(request, now), now);
    }

    @Override
    public Optional<FeedResponse> prepared(FeedRequest request, Instant now) {
        return service.prepared(request, now).map(response -> counted(request, response, now));
    }

    @Override
    public FeedResponse refuse(FeedRequest request, int status, Instant now) {
        return counted(request, service.refuse(request, status, now), now);
    }

    private FeedResponse counted(FeedRequest request, FeedResponse response, Instant now) {
        polls.count(request, response, now);
        metrics.count(request, response);
        return response;
    }
}
