package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Whether what came is a feed. */
final class ContentRule implements Rule {
    @Override
    public Optional<List<Remark>> look(Visit visit, Examination all) {
        return visit.received()
                .filter(received -> received.status() == 200)
                .map(received -> remark(visit, received).map(List::of).orElse(List.of()));
    }

    private static Optional<Remark> remark(Visit visit, FetchResult.Received received) {
        if (visit.content() instanceof BodyContent.OfPage page) {
            return Optional.of(BotChallenge.of(visit).orElseGet(() -> page(visit, page)));
        }
        if (visit.content() instanceof BodyContent.Garbled garbled) {
            return Optional.of(Remark.error(
                    "is called compressed (Content-Encoding: %s), and is not".formatted(garbled.coding()),
                    "Readers cannot read it.",
                    "let only one compress: Feedside does; take `add_header Content-Encoding` out, or `header Content-Encoding`"
                            + " (Caddy)."));
        }
        if (visit.content() instanceof BodyContent.Unreadable unreadable) {
            return Optional.of(Remark.error(
                    "is no feed: %s".formatted(unreadable.why()),
                    "Readers show an error and nothing new.",
                    "see what answers there (`curl -i %s`), and that the web server hands this path to Feedside."
                            .formatted(visit.address())));
        }
        return received.isCut()
                ? Optional.of(Remark.error(
                        NumberText.format(
                                "has more than %,d bytes", received.body().size()),
                        "Many readers refuse so large a feed.",
                        "set `limit` in feedside.toml, with `archives = true` for who wants all."))
                : Optional.empty();
    }

    private static Remark page(Visit visit, BodyContent.OfPage page) {
        var title = page.page().title().map(" “%s”"::formatted).orElse("");
        var where = visit.hops().isEmpty() ? "" : " from " + visit.address();
        return page.page().asksForPassword()
                ? Remark.error(
                        "a page to log in%s comes%s in place of the feed".formatted(title, where),
                        "No reader can log in, so all see an error or nothing new.",
                        "let the feeds' paths in without a login: a location of their own (`feedside snippet` prints it) outside of"
                                + " `auth_request` (nginx) or `forward_auth` (Caddy); Cloudflare: Access, a policy Bypass for them.")
                : Remark.error(
                        "a page of HTML%s comes%s in place of the feed".formatted(title, where),
                        "Readers find no feed in it, and show an error or nothing new.",
                        "see that the web server hands this path to Feedside before it falls back to a page: `try_files …"
                                + " /index.html` (nginx, Caddy) or an error page with the status 200.");
    }
}
