package org.feedside.tools.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the response is a feed. */
final class ContentRule implements Rule {
    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.received()
                .filter(received -> received.status() == 200)
                .map(received -> remark(visit, received).stream().toList());
    }

    private static Optional<Remark> remark(Visit visit, FetchResult.Received received) {
        if (visit.content() instanceof BodyContent.OfPage page) {
            return Optional.of(BotChallenge.of(visit).orElseGet(() -> page(visit, page)));
        }
        if (visit.content() instanceof BodyContent.Garbled garbled) {
            return Optional.of(Remark.error(
                    "claims to be compressed (Content-Encoding: %s) but is not".formatted(garbled.coding()),
                    "Readers cannot decode it.",
                    "let only Feedside compress: remove `add_header Content-Encoding` (nginx) or `header Content-Encoding`"
                            + " (Caddy)."));
        }
        if (visit.content() instanceof BodyContent.Unreadable unreadable) {
            return Optional.of(Remark.error(
                    "is not a feed: %s".formatted(unreadable.why()),
                    "Readers show an error and nothing new.",
                    "check what responds (`curl -i %s`), and that the web server passes this path to Feedside."
                            .formatted(visit.address())));
        }
        return received.isCut()
                ? Optional.of(Remark.error(
                        String.format(
                                Locale.ROOT,
                                "is larger than %,d bytes",
                                received.body().size()),
                        "Many readers refuse so large a feed.",
                        "set `limit` in feedside.toml, and `archives = true` to keep older posts available."))
                : Optional.empty();
    }

    private static Remark page(Visit visit, BodyContent.OfPage page) {
        var title = page.page().title().map(" “%s”"::formatted).orElse("");
        var where = visit.redirects().isEmpty() ? "" : " from " + visit.address();
        return page.page().asksForPassword()
                ? Remark.error(
                        "a login page%s comes%s instead of the feed".formatted(title, where),
                        "Readers cannot log in, so they show an error or nothing new.",
                        "exempt the paths of the feeds from the login: a separate location (`feedside snippet` prints it) outside"
                                + " `auth_request` (nginx) or `forward_auth` (Caddy); Cloudflare: a Bypass policy in Access.")
                : Remark.error(
                        "an HTML page%s comes%s instead of the feed".formatted(title, where),
                        "Readers find no feed in it, and show an error or nothing new.",
                        "check that the web server passes this path to Feedside before it falls back to a page: `try_files …"
                                + " /index.html` (nginx, Caddy) or an error page with the status 200.");
    }
}
