package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** An answer that is the same for a second, as the date in it is. */
final class CachedResponse {
    private final Function<Instant, FeedResponse> maker;
    private volatile Optional<Made> last = Optional.empty();

    private record Made(long second, FeedResponse answer) {}

    CachedResponse(Function<Instant, FeedResponse> maker) {
        this.maker = maker;
    }

    FeedResponse at(Instant now) {
        var known = last;
        return known.isPresent() && known.get().second() == now.getEpochSecond()
                ? known.get().answer()
                : made(now);
    }

    /** Two threads may both make it: that costs less than a lock. */
    private FeedResponse made(Instant now) {
        var answer = maker.apply(now);
        last = Optional.of(new Made(now.getEpochSecond(), answer));
        return answer;
    }
}
