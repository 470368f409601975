package org.feedside.tools.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The redirects on the way to a feed: one, for good, is no fault. */
final class RedirectRule implements Rule {
    @Override
    public Optional<List<Remark>> look(Visit visit, Examination all) {
        var remarks = new ArrayList<Remark>();
        visit.received().filter(FetchResult.Received::isRedirect).ifPresent(last -> remarks.add(endless(visit, last)));
        // A way that ends at no feed is a fault of what comes there.
        if (visit.isServed()) {
            visit.hops().stream()
                    .filter(hop -> !hop.isPermanent())
                    .findFirst()
                    .ifPresent(hop -> remarks.add(temporary(hop)));
            if (visit.hops().size() > 1) {
                remarks.add(chain(visit));
            }
        }
        visit.hops().stream()
                .filter(hop -> WebAddress.isHttps(hop.from()) && WebAddress.isHttp(hop.to()))
                .findFirst()
                .ifPresent(hop -> remarks.add(unsafe(hop)));
        return Optional.of(remarks);
    }

    private static Remark endless(Visit visit, FetchResult.Received last) {
        return Remark.error(
                why(visit, last),
                "Readers give up and show an error.",
                "follow the rules that redirect this path in the web server and the CDN; where both turn http into https,"
                        + " Cloudflare: SSL/TLS must be Full (strict), not Flexible.");
    }

    private static String why(Visit visit, FetchResult.Received last) {
        var location = last.fields().value("Location");
        if (location.isEmpty()) {
            return "answers %d, and does not say where to go".formatted(last.status());
        }
        return RedirectChain.target(visit.address(), location.get()).isEmpty()
                ? "answers %d to %s, which is no address of the web".formatted(last.status(), location.get())
                : "redirects without end: %s%d to %s".formatted(way(visit), last.status(), location.get());
    }

    private static Remark temporary(Redirect hop) {
        return Remark.warning(
                "is redirected, but not for good: %s".formatted(hop),
                "Readers keep the old address, and go this way each time.",
                "answer 301 if it has moved: `return 301` (nginx), `redir … permanent` (Caddy), or `http.moved` of Feedside.");
    }

    private static Remark chain(Visit visit) {
        return Remark.warning(
                "is redirected %d times: %s"
                        .formatted(visit.hops().size(), way(visit).replaceFirst(", $", "")),
                "Each visit costs a reader as many requests more, and some follow no chain.",
                "lead straight to %s.".formatted(visit.address()));
    }

    private static Remark unsafe(Redirect hop) {
        return Remark.warning(
                "is led from https to http: %s".formatted(hop),
                "Who is in between can read and change what subscribers get; some readers do not follow.",
                "redirect to https://%s.".formatted(hop.to().toString().replaceFirst("^[^:]*://", "")));
    }

    private static String way(Visit visit) {
        return visit.hops().stream().map(hop -> hop + ", ").collect(Collectors.joining());
    }
}
