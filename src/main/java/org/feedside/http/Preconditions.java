package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.publishing.Document;
import org.feedside.publishing.Variant;

/** Decides whether the client has the current version already (RFC 9110, section 13.2.2). */
final class Preconditions {
    private Preconditions() {}

    /** The variant that the client has, if it says just its tag and nothing else, as nearly every reader does. */
    static Optional<Variant> named(Document document, FeedRequest request) {
        var tag = request.header("If-None-Match");
        if (tag.isPresent()) {
            for (var variant : document.variants()) {
                if (variant.entityTag().equals(tag.get())) {
                    return Optional.of(variant);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a full answer would bring nothing new. */
    static boolean isUnchanged(Document document, FeedRequest request, Instant now) {
        var tags = request.header("If-None-Match").map(IfNoneMatch::parse);
        if (tags.isPresent()) {
            // A date beside a tag says less than the tag, and is ignored.
            return tags.get().matches(document.digest());
        }
        return request.header("If-Modified-Since")
                .flatMap(date -> HttpDate.parse(date, now))
                // Clients invent dates, so only the one that we gave away proves anything.
                .filter(date -> document.lastModified().equals(Optional.of(date)))
                .isPresent();
    }

    /** The variant whose tag a 304 repeats: the one that would be sent, unless the client names another. */
    static Variant known(Document document, Variant negotiated, FeedRequest request) {
        var tags = request.header("If-None-Match").map(IfNoneMatch::parse);
        return Stream.concat(Stream.of(negotiated), document.variants().stream())
                .filter(variant -> tags.isPresent() && tags.get().names(variant.entityTag()))
                .findFirst()
                .orElse(negotiated);
    }
}
