package org.feedside.tools.doctor;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One request of a reader for a feed, including redirects.
 *
 * @param known the validators that it sent
 * @param redirects the redirects on the way
 * @param address the final URL
 * @param content the content of the response
 */
record Visit(
        SimulatedReader reader,
        Validators known,
        List<Redirect> redirects,
        URI address,
        FetchResult answer,
        BodyContent content) {
    Visit {
        redirects = List.copyOf(redirects);
    }

    Optional<FetchResult.Received> received() {
        return answer instanceof FetchResult.Received received ? Optional.of(received) : Optional.empty();
    }

    /** Returns the response if it is a complete feed. */
    Optional<FetchResult.Received> download() {
        return received().filter(r -> r.status() == 200 && content.mayBeFeed());
    }

    Optional<BodyContent.OfFeed> feed() {
        return content instanceof BodyContent.OfFeed feed ? Optional.of(feed) : Optional.empty();
    }

    Optional<FetchResult.Received> unchanged() {
        return received().filter(r -> r.status() == 304);
    }

    /** Returns whether the reader got the feed, the new entries, or a 304. */
    boolean isServed() {
        return download().isPresent()
                || received()
                        .filter(r -> r.status() == 304 || r.status() == 226)
                        .isPresent();
    }
}
