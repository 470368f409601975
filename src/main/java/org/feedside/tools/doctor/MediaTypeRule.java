package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;
import org.feedside.formats.reading.FeedLinks;

/** Whether a feed is called what it is (publishing.md, section 1.7). */
final class MediaTypeRule implements Rule {
    @Override
    public Optional<List<Remark>> look(Visit visit, Examination all) {
        return visit.download()
                .filter(d -> visit.content() instanceof BodyContent.OfFeed)
                .map(d -> remark(
                                ((BodyContent.OfFeed) visit.content()).feed().kind(), BodyContent.mediaType(d.fields()))
                        .map(List::of)
                        .orElse(List.of()));
    }

    private static Optional<Remark> remark(FeedLinks.Kind kind, Optional<String> type) {
        if (type.filter(kind::isNamedBy).isPresent()) {
            return Optional.empty();
        }
        var what = type.map(t -> "comes as %s, not as %s".formatted(t, kind.mediaType()))
                .orElseGet(() -> "comes without a Content-Type, not as %s".formatted(kind.mediaType()));
        var remedy =
                "leave Content-Type as Feedside says it: take `types`, `default_type` and `add_header Content-Type` off the feeds' location (nginx), or `header"
                        + " Content-Type` (Caddy). For files that nginx serves by itself: `types { } default_type \"%s%s\";`"
                                .formatted(kind.mediaType(), kind == FeedLinks.Kind.JSON ? "" : "; charset=utf-8");
        return Optional.of(
                type.filter(MediaTypeRule::isGenericXml).isPresent()
                        ? Remark.warning(
                                what,
                                "Browsers and readers do not know it as a feed; read strictly, text/xml without a charset is"
                                        + " ASCII, and letters beyond that break.",
                                remedy)
                        : Remark.error(what, "Strict readers and browsers do not take it for a feed at all.", remedy));
    }

    private static boolean isGenericXml(String type) {
        return type.equals("text/xml") || type.equals("application/xml");
    }
}
