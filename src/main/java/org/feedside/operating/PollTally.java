package org.feedside.operating;

import java.util.concurrent.atomic.LongAdder;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Bytes;

/** Counts polls. Thread-safe. */
final class PollTally {
    private final LongAdder conditional = new LongAdder();
    private final LongAdder full = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder deltas = new LongAdder();
    private final LongAdder tooMany = new LongAdder();
    private final LongAdder redirects = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void count(FeedRequest request, FeedResponse response) {
        if (isConditional(request)) {
            conditional.increment();
        }
        of(response.status()).increment();
        response.body().map(Bytes::size).ifPresent(bytes::add);
    }

    /** Returns whether a request is conditional. */
    static boolean isConditional(FeedRequest request) {
        return request.header("If-None-Match").isPresent()
                || request.header("If-Modified-Since").isPresent();
    }

    private LongAdder of(int status) {
        return switch (status) {
            case 200 -> full;
            case 304 -> unchanged;
            case 226 -> deltas;
            case 429 -> tooMany;
            default -> status / 100 == 3 ? redirects : others;
        };
    }

    void add(PollCounts counts) {
        conditional.add(counts.conditional());
        full.add(counts.full());
        unchanged.add(counts.unchanged());
        deltas.add(counts.deltas());
        tooMany.add(counts.tooMany());
        redirects.add(counts.redirects());
        others.add(counts.others());
        bytes.add(counts.bytes());
    }

    PollCounts counts() {
        return new PollCounts(
                conditional.sum(),
                full.sum(),
                unchanged.sum(),
                deltas.sum(),
                tooMany.sum(),
                redirects.sum(),
                others.sum(),
                bytes.sum());
    }
}
