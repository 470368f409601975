package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service whose mistakes go to the log, and are no client's business. */
final class ErrorHandlingService implements HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlingService.class);

    private final HttpService service;

    ErrorHandlingService(HttpService service) {
        this.service = service;
    }

    @Override
    public FeedResponse answer(FeedRequest request, Instant now) {
        return orRefused(request, now, () -> Optional.of(service.answer(request, now)))
                .orElseThrow();
    }

    @Override
    public Optional<FeedResponse> prepared(FeedRequest request, Instant now) {
        return orRefused(request, now, () -> service.prepared(request, now));
    }

    private Optional<FeedResponse> orRefused(
            FeedRequest request, Instant now, Supplier<Optional<FeedResponse>> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return Optional.of(service.refuse(request, 500, now));
        }
    }

    @Override
    public FeedResponse refuse(FeedRequest request, int status, Instant now) {
        return service.refuse(request, status, now);
    }
}
