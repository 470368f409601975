package org.feedside.tools.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.base.text.WebUrl;

/** Whether the redirects to a feed are few, permanent and safe. One permanent redirect is fine. */
final class RedirectRule implements Rule {
    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        var remarks = new ArrayList<Remark>();
        visit.received().filter(FetchResult.Received::isRedirect).ifPresent(last -> remarks.add(endless(visit, last)));
        // If the chain does not end at a feed, other rules report what is there.
        if (visit.isServed()) {
            visit.redirects().stream()
                    .filter(redirect -> !redirect.isPermanent())
                    .findFirst()
                    .ifPresent(redirect -> remarks.add(temporary(redirect)));
            if (visit.redirects().size() > 1) {
                remarks.add(chain(visit));
            }
        }
        visit.redirects().stream()
                .filter(redirect -> WebUrl.isHttps(redirect.from()) && WebUrl.isHttp(redirect.to()))
                .findFirst()
                .ifPresent(redirect -> remarks.add(unsafe(redirect)));
        return Optional.of(remarks);
    }

    private static Remark endless(Visit visit, FetchResult.Received last) {
        return Remark.error(
                why(visit, last),
                "Readers give up and show an error.",
                "check the rules that redirect this path in the web server and the CDN. If both redirect http to https,"
                        + " set SSL/TLS to Full (strict) at Cloudflare, not Flexible.");
    }

    private static String why(Visit visit, FetchResult.Received last) {
        var location = last.fields().value("Location");
        if (location.isEmpty()) {
            return "answers %d without a Location".formatted(last.status());
        }
        return WebAddress.resolved(visit.address(), location.get()).isEmpty()
                ? "redirects with %d to %s, which is not a web address".formatted(last.status(), location.get())
                : "redirects endlessly: %s%d to %s".formatted(way(visit), last.status(), location.get());
    }

    private static Remark temporary(Visit.Redirect redirect) {
        return Remark.warning(
                "is redirected, but not permanently: %s".formatted(redirect),
                "Readers keep the old address and follow the redirect each time.",
                "answer 301 if the feed has moved: `return 301` (nginx), `redir … permanent` (Caddy), or `http.moved` of Feedside.");
    }

    private static Remark chain(Visit visit) {
        return Remark.warning(
                "is redirected %d times: %s"
                        .formatted(visit.redirects().size(), way(visit).replaceFirst(", $", "")),
                "Each poll costs that many more requests, and some readers do not follow a chain.",
                "redirect directly to %s.".formatted(visit.address()));
    }

    private static Remark unsafe(Visit.Redirect redirect) {
        return Remark.warning(
                "is redirected from https to http: %s".formatted(redirect),
                "Anyone on the network path can read and change the feed; some readers do not follow.",
                "redirect to https://%s.".formatted(redirect.to().toString().replaceFirst("^[^:]*://", "")));
    }

    private static String way(Visit visit) {
        return visit.redirects().stream().map(redirect -> redirect + ", ").collect(Collectors.joining());
    }
}
