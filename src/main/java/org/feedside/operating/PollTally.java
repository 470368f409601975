package org.feedside.operating;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.operating.PollCounts.Kind;
import org.feedside.publishing.Bytes;

/** Counts polls. Thread-safe. */
final class PollTally {
    private final Map<Kind, LongAdder> numbers = new EnumMap<>(Kind.class);

    PollTally() {
        for (var kind : Kind.values()) {
            numbers.put(kind, new LongAdder());
        }
    }

    void count(FeedRequest request, FeedResponse response) {
        if (isConditional(request)) {
            number(Kind.CONDITIONAL).increment();
        }
        number(Kind.ofStatus(response.status())).increment();
        response.body().map(Bytes::size).ifPresent(number(Kind.BYTES)::add);
    }

    /** Returns whether a request is conditional. */
    static boolean isConditional(FeedRequest request) {
        return request.header("If-None-Match").isPresent()
                || request.header("If-Modified-Since").isPresent();
    }

    void add(PollCounts counts) {
        for (var kind : Kind.values()) {
            number(kind).add(counts.get(kind));
        }
    }

    PollCounts counts() {
        return new PollCounts(numbers.values().stream().map(LongAdder::sum).toList());
    }

    private LongAdder number(Kind kind) {
        return Optional.ofNullable(numbers.get(kind)).orElseThrow();
    }
}
