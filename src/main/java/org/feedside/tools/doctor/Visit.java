package org.feedside.tools.doctor;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One look of a reader at a feed.
 *
 * @param known what it knew of the feed and asked with
 * @param hops the redirects on the way
 * @param address where they ended
 * @param content what came from there
 */
record Visit(
        SimulatedReader reader,
        Validators known,
        List<Redirect> hops,
        URI address,
        FetchResult answer,
        BodyContent content) {
    Visit {
        hops = List.copyOf(hops);
    }

    Optional<FetchResult.Received> received() {
        return answer instanceof FetchResult.Received received ? Optional.of(received) : Optional.empty();
    }

    /** The head of a whole feed, if one came. */
    Optional<FetchResult.Received> download() {
        return received().filter(r -> r.status() == 200 && content.mayBeFeed());
    }

    Optional<FetchResult.Received> unchanged() {
        return received().filter(r -> r.status() == 304);
    }

    /** Whether the reader has what it came for: the feed, what is new in it, or word that nothing is. */
    boolean isServed() {
        return download().isPresent()
                || received()
                        .filter(r -> r.status() == 304 || r.status() == 226)
                        .isPresent();
    }
}
