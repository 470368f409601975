package org.feedside.operating;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.operating.PollCounts.Kind;
import org.feedside.publishing.Bytes;

/** Counts polls. Thread-safe. */
final class PollTally {
    private final List<LongAdder> numbers =
            Stream.of(Kind.values()).map(kind -> new LongAdder()).toList();

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
        return new PollCounts(numbers.stream().map(LongAdder::sum).toList());
    }

    private LongAdder number(Kind kind) {
        return numbers.get(kind.ordinal());
    }
}
