package org.feedside.operating;

import java.time.Instant;
import java.util.Optional;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.HttpService;
import org.feedside.http.PreparedResponse;

/** Counts every response of a service and changes none. */
record CountingService(HttpService service, Polls polls, Metrics metrics) implements HttpService {
    @Override
    public FeedResponse respond(FeedRequest request, Instant now) {
        return counted(request, service.respond(request, now), now);
    }

    @Override
    public Optional<PreparedResponse> preparedResponse(FeedRequest request, Instant now) {
        var prepared = service.preparedResponse(request, now);
        prepared.ifPresent(response -> counted(request, response.response(), now));
        return prepared;
    }

    @Override
    public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
        return counted(request, service.errorResponse(request, status, now), now);
    }

    private FeedResponse counted(FeedRequest request, FeedResponse response, Instant now) {
        polls.count(request, response, now);
        metrics.count(request, response);
        return response;
    }
}
