package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A response that is built at most once a second, as its Date changes every second. */
final class CachedResponse {
    private final Function<Instant, FeedResponse> builder;
    private volatile Optional<Built> last = Optional.empty();

    private record Built(long second, FeedResponse response) {}

    CachedResponse(Function<Instant, FeedResponse> builder) {
        this.builder = builder;
    }

    FeedResponse at(Instant now) {
        var built = last;
        return built.isPresent() && built.get().second() == now.getEpochSecond()
                ? built.get().response()
                : build(now);
    }

    /** Two threads may both build it: that costs less than a lock. */
    private FeedResponse build(Instant now) {
        var response = builder.apply(now);
        last = Optional.of(new Built(now.getEpochSecond(), response));
        return response;
    }
}
