package org.feedside.tools.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows redirects one by one, so that each can be reported. */
record RedirectChain(Fetcher web) {
    static final int MAX_REDIRECTS = 10;

    Visit of(SimulatedReader reader, URI feed, Validators known) throws InterruptedException {
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
}
