package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;
import org.feedside.formats.reading.FeedLinks;

/** Whether a feed has its media type (publishing.md, section 1.7). */
final class MediaTypeRule implements Rule {
    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return visit.feed()
                .flatMap(content -> visit.download()
                        .map(d -> remark(content.feed().kind(), BodyContent.mediaType(d.fields())).stream()
                                .toList()));
    }

    private static Optional<Remark> remark(FeedLinks.Kind kind, Optional<String> type) {
        if (type.filter(kind::isNamedBy).isPresent()) {
            return Optional.empty();
        }
        var what = type.map(t -> "is sent as %s, not as %s".formatted(t, kind.mediaType()))
                .orElseGet(() -> "is sent without a Content-Type, not as %s".formatted(kind.mediaType()));
        var remedy =
                "leave Content-Type as Feedside sends it: remove `types`, `default_type` and `add_header Content-Type` from the location of the feeds (nginx), or `header"
                        + " Content-Type` (Caddy). For files that nginx serves itself: `types { } default_type \"%s%s\";`"
                                .formatted(kind.mediaType(), kind == FeedLinks.Kind.JSON ? "" : "; charset=utf-8");
        return Optional.of(
                type.filter(MediaTypeRule::isGenericXml).isPresent()
                        ? Remark.warning(
                                what,
                                "Browsers and readers do not recognise it as a feed; strictly, text/xml without a charset is"
                                        + " ASCII, so other characters break.",
                                remedy)
                        : Remark.error(what, "Browsers and strict readers do not recognise it as a feed.", remedy));
    }

    private static boolean isGenericXml(String type) {
        return type.equals("text/xml") || type.equals("application/xml");
    }
}
