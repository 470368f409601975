package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs exceptions of a service and responds with 500, which reveals nothing of them. */
final class ErrorHandlingService implements HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlingService.class);

    private final HttpService service;

    ErrorHandlingService(HttpService service) {
        this.service = service;
    }

    @Override
    public FeedResponse respond(FeedRequest request, Instant now) {
        return orError(request, now, () -> Optional.of(service.respond(request, now)))
                .orElseThrow();
    }

    @Override
    public Optional<FeedResponse> preparedResponse(FeedRequest request, Instant now) {
        return orError(request, now, () -> service.preparedResponse(request, now));
    }

    private Optional<FeedResponse> orError(
            FeedRequest request, Instant now, Supplier<Optional<FeedResponse>> response) {
        try {
            return response.get();
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return Optional.of(service.errorResponse(request, 500, now));
        }
    }

    @Override
    public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
        return service.errorResponse(request, status, now);
    }
}
