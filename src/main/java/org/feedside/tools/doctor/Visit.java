package org.feedside.tools.doctor;

import java.net.URI;
import java.util.ArrayList;
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
    static final int MAX_REDIRECTS = 10;

    Visit {
        redirects = List.copyOf(redirects);
    }

    /** A redirect that was followed. */
    record Redirect(URI from, int status, URI to) {
        /** Returns whether readers may store the new address. */
        boolean isPermanent() {
            return status == 301 || status == 308;
        }

        @Override
        public String toString() {
            return status + " to " + to;
        }
    }

    /** Requests a feed. Follows redirects one by one, so that each can be reported. */
    static Visit of(Fetcher web, SimulatedReader reader, URI feed, Validators known) throws InterruptedException {
        var redirects = new ArrayList<Redirect>();
        var address = feed;
        while (true) {
            var answer = web.get(address, reader.request(address, known));
            var redirect = redirect(address, answer);
            if (redirect.isEmpty() || redirects.size() == MAX_REDIRECTS || isCircle(redirects, redirect.get())) {
                return new Visit(reader, known, redirects, address, answer, BodyContent.of(answer));
            }
            redirects.add(redirect.get());
            address = redirect.get().to();
        }
    }

    /** Some servers set a cookie and redirect to the same URL. Feed readers store no cookies, so they loop. */
    private static boolean isCircle(List<Redirect> redirects, Redirect next) {
        return next.to().equals(next.from())
                || redirects.stream().anyMatch(redirect -> redirect.from().equals(next.to()));
    }

    private static Optional<Redirect> redirect(URI from, FetchResult answer) {
        return answer instanceof FetchResult.Received received && received.isRedirect()
                ? received.fields()
                        .value("Location")
                        .flatMap(location -> WebAddress.resolved(from, location))
                        .map(to -> new Redirect(from, received.status(), to))
                : Optional.empty();
    }

    Optional<FetchResult.Received> received() {
        return answer instanceof FetchResult.Received received ? Optional.of(received) : Optional.empty();
    }

    /** Returns whether the host took too long for earlier requests, so that this one was not sent. */
    boolean isNotAsked() {
        return answer instanceof FetchResult.Missing missing && missing.failure() == ConnectionFailure.NOT_ASKED;
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
