package org.feedside.tools.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.base.text.WebUrl;
import org.feedside.formats.reading.FeedLinks;

/** Whether a feed names the address at which readers find it. */
final class SelfLinkRule implements Rule {
    private static final String OF_FEEDSIDE =
            "set `base_url` in zola.toml (or `[site]` of feedside.toml) to the public address%s, and do not pass `serve` another"
                    + " `--base-url`. This changes the ids of posts; `feedside import` keeps those that readers know.";

    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.feed()
                .map(content -> remark(visit, content.feed()).stream().toList());
    }

    private static Optional<Remark> remark(Visit visit, FeedLinks feed) {
        if (feed.self().isEmpty()) {
            return Optional.of(Remark.advice(
                    "does not name its own address",
                    "WebSub, and readers that open the feed as a file, do not know its address.",
                    feed.kind() == FeedLinks.Kind.JSON
                            ? "let the generator write `feed_url`."
                            : "let the generator write a link with `rel=\"self\"`; Feedside does."));
        }
        var requested = visit.address();
        var isLocal = WebAddress.isLocal(requested);
        var remedy = OF_FEEDSIDE.formatted(
                isLocal ? "" : ", %s://%s".formatted(requested.getScheme(), WebAddress.host(requested)));
        var address = WebAddress.resolved(requested, feed.self().get());
        if (address.isEmpty()) {
            return Optional.of(Remark.warning(
                    "names %s as its own address, which is not a web address"
                            .formatted(feed.self().get()),
                    "Readers that use it get nothing.",
                    remedy));
        }
        var self = address.get();
        // A temporary redirect may lead away from the permanent address.
        var isHome = isSame(self, requested)
                || visit.redirects().stream()
                        .anyMatch(redirect -> !redirect.isPermanent() && isSame(self, redirect.from()));
        // At a local address the service is asked directly, and names its public host.
        if (isHome || (isLocal && !self.getHost().equalsIgnoreCase(requested.getHost()))) {
            return Optional.empty();
        }
        if (!self.getHost().equalsIgnoreCase(requested.getHost())) {
            return Optional.of(Remark.warning(
                    "names a host other than %s: its own address is %s%s"
                            .formatted(WebAddress.host(requested), self, others(feed, self, requested)),
                    "FreshRSS and WebSub use that address, and links lead people there.",
                    remedy));
        }
        if (WebUrl.isHttp(self) && WebUrl.isHttps(requested)) {
            return Optional.of(Remark.warning(
                    "names %s as its own address, with http instead of https".formatted(self),
                    "FreshRSS and WebSub use that address: without TLS, or with a redirect each time.",
                    remedy));
        }
        return WebAddress.path(self).equals(WebAddress.path(requested))
                        && WebUrl.isHttps(self)
                        && WebUrl.isHttp(requested)
                ? Optional.empty()
                : Optional.of(Remark.warning(
                        "names %s as its own address instead of %s".formatted(self, requested),
                        "FreshRSS and WebSub use that address, so one feed counts as two.",
                        "redirect one address to the other permanently (`http.moved` of Feedside, `return 301` of nginx), or set"
                                + " `base_url` to the public address."));
    }

    /** Readers may add a query of their own. */
    private static boolean isSame(URI self, URI requested) {
        return WebUrl.isHttps(self) == WebUrl.isHttps(requested)
                && WebAddress.host(self).equals(WebAddress.host(requested))
                && (WebAddress.path(self).equals(WebAddress.path(requested))
                        || (self.getRawQuery() == null && self.getPath().equals(requested.getPath())));
    }

    private static String others(FeedLinks feed, URI self, URI requested) {
        var parts = new ArrayList<String>();
        feed.page().filter(page -> isOn(self, requested, page)).ifPresent(page -> parts.add("its page"));
        var entries = feed.entries().stream()
                .filter(entry -> isOn(self, requested, entry))
                .count();
        if (entries > 0) {
            parts.add("%d of its %d entries".formatted(entries, feed.entries().size()));
        }
        return parts.isEmpty() ? "" : ", and " + String.join(" and ", parts) + " are there too";
    }

    private static boolean isOn(URI self, URI requested, String address) {
        return WebAddress.resolved(requested, address)
                .filter(a -> a.getHost().equalsIgnoreCase(self.getHost()))
                .isPresent();
    }
}
