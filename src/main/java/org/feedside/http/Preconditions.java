package org.feedside.http;

import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.publishing.Document;
import org.feedside.publishing.Variant;

/** Evaluates conditional requests (RFC 9110, section 13.2.2). */
final class Preconditions {
    private Preconditions() {}

    /** Returns the variant whose entity tag is the whole If-None-Match field, as nearly every reader sends it. */
    static Optional<Variant> exactMatch(Document document, FeedRequest request) {
        var tag = request.header("If-None-Match");
        if (tag.isPresent()) {
            for (var variant : document.variants()) {
                if (variant.hasTag(tag.get())) {
                    return Optional.of(variant);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the variant for a 304, if the client has the current version: the negotiated or the named one. */
    static Optional<Variant> match(Document document, Variant negotiated, FeedRequest request) {
        var tags = request.header("If-None-Match").map(IfNoneMatch::parse);
        if (tags.isPresent()) {
            // If-Modified-Since is ignored when If-None-Match is present (RFC 9110, section 13.1.3).
            if (!tags.get().matches(document.digest())) {
                return Optional.empty();
            }
            return Stream.concat(Stream.of(negotiated), document.variants().stream())
                    .filter(variant -> tags.get().contains(variant.entityTag()))
                    .findFirst()
                    .or(() -> Optional.of(negotiated));
        }
        // Some clients make up dates, so only the exact Last-Modified that we sent counts.
        return request.header("If-Modified-Since")
                .flatMap(date -> document.lastModified().filter(sent -> HttpDate.names(date, sent)))
                .map(sent -> negotiated);
    }
}
