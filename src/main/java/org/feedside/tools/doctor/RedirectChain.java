package org.feedside.tools.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;

/** Follows redirects one by one, so that each can be reported. */
final class RedirectChain {
    static final int MOST_HOPS = 10;

    private final Fetcher web;

    RedirectChain(Fetcher web) {
        this.web = web;
    }

    Visit of(SimulatedReader reader, URI feed, Validators known) throws InterruptedException {
        var hops = new ArrayList<Redirect>();
        var address = feed;
        while (true) {
            var answer = web.get(address, reader.request(address, known));
            var hop = hop(address, answer);
            if (hop.isEmpty() || hops.size() == MOST_HOPS || isCircle(hops, hop.get())) {
                return new Visit(reader, known, hops, address, answer, BodyContent.of(answer));
            }
            hops.add(hop.get());
            address = hop.get().to();
        }
    }

    /** Some servers set a cookie and redirect to the same URL. Feed readers store no cookies, so they loop. */
    private static boolean isCircle(List<Redirect> hops, Redirect next) {
        return next.to().equals(next.from())
                || hops.stream().anyMatch(hop -> hop.from().equals(next.to()));
    }

    private static Optional<Redirect> hop(URI from, FetchResult answer) {
        return answer instanceof FetchResult.Received received && received.isRedirect()
                ? received.fields()
                        .value("Location")
                        .flatMap(location -> target(from, location))
                        .map(to -> new Redirect(from, received.status(), to))
                : Optional.empty();
    }

    /** Returns the target of a redirect, if it is a web address. */
    static Optional<URI> target(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(PercentEncoding.url(location))))
                    .filter(WebAddress::isOne);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
