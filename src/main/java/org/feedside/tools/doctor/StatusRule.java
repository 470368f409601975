package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Explains a status code that means neither a feed nor a redirect. */
final class StatusRule implements Rule {
    static final String START_SERVICE =
            "check that the service runs (`systemctl status feedside`) and listens where the web server connects. The"
                    + " blocks of `feedside snippet` serve the files meanwhile.";

    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.received()
                .filter(received -> !received.isRedirect())
                .map(received -> visit.isServed() || received.status() == 200
                        ? List.of()
                        : List.of(BotChallenge.of(visit).orElseGet(() -> remark(visit, received, all))));
    }

    private static Remark remark(Visit visit, FetchResult.Received received, Examination all) {
        var remark = meaning(visit, received, all);
        return visit.redirects().isEmpty() ? remark : remark.at(visit.address());
    }

    private static Remark meaning(Visit visit, FetchResult.Received received, Examination all) {
        return switch (received.status()) {
            case 401 ->
                Remark.error(
                        "answers 401: it requires a user name and a password",
                        "Readers show an error, and new subscribers are asked for a password.",
                        "exempt the paths of the feeds: `auth_basic off;` (nginx), no `basic_auth` for them (Caddy).");
            case 404 ->
                Remark.error(
                        "answers 404: there is no feed at this address",
                        "Readers show an error and give up after some days; NetNewsWire waits two days before it asks again.",
                        "check that the web server passes this path to Feedside (`feedside snippet` prints the blocks), that"
                                + " `serve` runs, and that the address is one of `feeds.opml`; redirect an old address with"
                                + " `http.moved`.");
            case 410 ->
                Remark.error(
                        "answers 410: the feed is gone permanently",
                        "Readers never ask again.",
                        "remove its path from `http.retired` if that is a mistake.");
            case 429 -> tooMany(visit, all);
            default -> received.status() >= 500 ? failed(received, all) : refused(received.status(), all);
        };
    }

    private static Remark tooMany(Visit visit, Examination all) {
        var wait = wait(all).map(" (Retry-After: %s)"::formatted).orElse("");
        return visit.known().isEmpty()
                ? Remark.warning(
                        "answers 429%s: this feed was downloaded too often from this address".formatted(wait),
                        "Readers wait. The feed itself could not be examined.",
                        "try again after that time. If this was the first request, Feedside mistakes several clients for one: name"
                                + " the proxy in `http.trusted_proxies`, or raise `http.burst`.")
                : Remark.error(
                        "answers 429%s to a conditional request".formatted(wait),
                        "Well-behaved readers have to wait.",
                        "limit only repeated full downloads, which Feedside does itself: remove `limit_req`"
                                + " (nginx) or rate limiting (Cloudflare) from the paths of the feeds.");
    }

    /** The Retry-After of the first visit; later visits may get a value that is a second shorter. */
    private static Optional<String> wait(Examination all) {
        return all.visits().stream()
                .flatMap(visit -> visit.received().stream())
                .filter(received -> received.status() == 429)
                .flatMap(received -> received.fields().value("Retry-After").stream())
                .findFirst();
    }

    private static Remark failed(FetchResult.Received received, Examination all) {
        var status = received.status();
        if (status < 502 || status > 504) {
            return Remark.error(
                    "answers %d: the server failed".formatted(status),
                    "Readers show an error until their next poll.",
                    "see the web server's error log, and that of the service (`journalctl -u feedside`).");
        }
        if (isOfService(received)) {
            return Remark.error(
                    "Feedside has no feed to serve yet, or it is stopping (status 503)",
                    "Readers try again after some seconds.",
                    "examine it again in a minute. If it stays so, see the log (`journalctl -u feedside`).");
        }
        return all.isServed()
                ? Remark.error(
                        "answers %d to some requests".formatted(status),
                        "Readers show an error until their next poll.",
                        "see the web server's error log. `limit_req` (nginx) answers frequent requests with 503; do"
                                + " not use it for the paths of the feeds.")
                : Remark.error(
                        "the proxy cannot reach Feedside (it answers with status %d)".formatted(status),
                        "Readers show an error and get nothing new meanwhile.",
                        START_SERVICE);
    }

    /** Whether the service itself sent this 503, and not the web server in front of it. */
    private static boolean isOfService(FetchResult.Received received) {
        return received.fields().has("Retry-After")
                && received.fields().value("Cache-Control").equals(Optional.of("no-store"));
    }

    private static Remark refused(int status, Examination all) {
        return all.isServed()
                ? Remark.error(
                        "answers %d to this User-Agent, while other readers get the feed".formatted(status),
                        "Users of this reader get nothing new.",
                        "allow the paths of the feeds for every client. nginx: look for `$http_user_agent` in `if` and `map`; Caddy:"
                                + " for `header User-Agent` matchers; Cloudflare: Security, Events names the rule,"
                                + " and a custom rule with the action Skip exempts the paths.")
                : Remark.error(
                        "answers %d".formatted(status),
                        "Readers show an error and get nothing new.",
                        "allow the paths of the feeds for every client. nginx: look for `deny`, and check that it may read the folder;"
                                + " Cloudflare: Security, Events names the rule.");
    }
}
