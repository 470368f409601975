package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** What a status means that is neither a feed nor a redirect. */
final class StatusRule implements Rule {
    @Override
    public Optional<List<Remark>> look(Visit visit, Examination all) {
        return visit.received()
                .filter(received -> !received.isRedirect())
                .map(received -> visit.isServed() || received.status() == 200
                        ? List.of()
                        : List.of(BotChallenge.of(visit).orElseGet(() -> remark(visit, received, all))));
    }

    private static Remark remark(Visit visit, FetchResult.Received received, Examination all) {
        var remark = meaning(visit, received, all);
        return visit.hops().isEmpty() ? remark : remark.at(visit.address());
    }

    private static Remark meaning(Visit visit, FetchResult.Received received, Examination all) {
        return switch (received.status()) {
            case 401 ->
                Remark.error(
                        "answers 401: it asks for a name and a password",
                        "Readers show an error; who subscribes is asked for a password.",
                        "let the feeds' paths in without one: `auth_basic off;` (nginx), no `basic_auth` for them (Caddy).");
            case 404 ->
                Remark.error(
                        "answers 404: there is no feed at this address",
                        "Readers show an error and give up after some days; NetNewsWire asks again only after two days.",
                        "see that the web server hands this path to Feedside (`feedside snippet` prints the blocks), that"
                                + " `serve` runs, and that the address is one of `feeds.opml`; lead an old address on with"
                                + " `http.moved`.");
            case 410 ->
                Remark.error(
                        "answers 410: the feed has ended for good",
                        "Readers never ask again.",
                        "take its path out of `http.retired`, if it has not.");
            case 429 -> tooMany(visit, all);
            default -> received.status() >= 500 ? failed(received.status(), all) : refused(received.status(), all);
        };
    }

    private static Remark tooMany(Visit visit, Examination all) {
        var wait = wait(all).map(" (Retry-After: %s)"::formatted).orElse("");
        return visit.known().isEmpty()
                ? Remark.warning(
                        "answers 429%s: this feed was loaded too often from here".formatted(wait),
                        "Readers wait. Of the feed itself nothing can be said now.",
                        "ask again when that time is over. If this was the first time, many seem to be one: tell Feedside"
                                + " of the proxy (`http.trusted_proxies`), or raise `http.burst`.")
                : Remark.error(
                        "answers 429%s although the reader only asked whether something is new".formatted(wait),
                        "Readers that ask as they should are made to wait.",
                        "limit only who loads the whole again and again, which Feedside does by itself: take `limit_req`"
                                + " (nginx) or rate limiting (Cloudflare) off the feeds' paths.");
    }

    /** The first that was said; the later ones say a second less. */
    private static Optional<String> wait(Examination all) {
        return all.visits().stream()
                .flatMap(visit -> visit.received().stream())
                .filter(received -> received.status() == 429)
                .flatMap(received -> received.fields().value("Retry-After").stream())
                .findFirst();
    }

    private static Remark failed(int status, Examination all) {
        return all.isServed()
                ? Remark.error(
                        "answers %d now and then".formatted(status),
                        "Readers show an error until they come again.",
                        "see the web server's error log; `limit_req` (nginx) refuses with 503 whoever comes too fast, and does"
                                + " not belong on the feeds' paths.")
                : Remark.error(
                        "answers %d: what stands behind the web server does not answer".formatted(status),
                        "Readers show an error, and get nothing new until it is over.",
                        "see that the service runs (`systemctl status feedside`) and listens where the web server asks it; the"
                                + " blocks of `feedside snippet` serve the files meanwhile.");
    }

    private static Remark refused(int status, Examination all) {
        return all.isServed()
                ? Remark.error(
                        "answers %d to this User-Agent, while other readers get the feed".formatted(status),
                        "All who use this reader get nothing new.",
                        "let the feeds' paths pass, whoever asks. nginx: look for `$http_user_agent` in `if` and `map`; Caddy:"
                                + " for matchers of `header User-Agent`; Cloudflare: Security, Events says which rule it was,"
                                + " and a custom rule with the action Skip exempts the paths.")
                : Remark.error(
                        "answers %d".formatted(status),
                        "Readers show an error and get nothing new.",
                        "let the feeds' paths pass, whoever asks. nginx: look for `deny`, and whether it may read the folder;"
                                + " Cloudflare: Security, Events says which rule it was.");
    }
}
