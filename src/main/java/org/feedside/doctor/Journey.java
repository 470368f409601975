package org.feedside.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.publishing.Address;

/** The way of one reader to a feed: redirects are followed one by one, so that they can be told. */
final class Journey {
    static final int MOST_HOPS = 10;

    private final Web web;

    Journey(Web web) {
        this.web = web;
    }

    Visit of(KnownReader reader, URI feed, Validators known) throws InterruptedException {
        var hops = new ArrayList<Hop>();
        var address = feed;
        while (true) {
            var answer = web.get(address, reader.request(address, known));
            var hop = hop(address, answer);
            if (hop.isEmpty() || hops.size() == MOST_HOPS || isCircle(hops, hop.get())) {
                return new Visit(reader, known, hops, address, answer, Content.of(answer));
            }
            hops.add(hop.get());
            address = hop.get().to();
        }
    }

    /** Some servers set a cookie and redirect to the same address; readers keep none, and go round as we do. */
    private static boolean isCircle(List<Hop> hops, Hop next) {
        return next.to().equals(next.from())
                || hops.stream().anyMatch(hop -> hop.from().equals(next.to()));
    }

    private static Optional<Hop> hop(URI from, Answer answer) {
        return answer instanceof Answer.Received received && received.isRedirect()
                ? received.fields()
                        .value("Location")
                        .flatMap(location -> target(from, location))
                        .map(to -> new Hop(from, received.status(), to))
                : Optional.empty();
    }

    /** Where a redirect leads, if that is an address of the web. */
    static Optional<URI> target(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(Address.url(location)))).filter(WebAddress::isOne);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
