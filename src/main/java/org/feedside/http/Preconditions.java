package org.feedside.http;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.publishing.Document;
import org.feedside.publishing.Variant;

/** Decides whether the client has the current version already (RFC 9110, section 13.2.2). */
final class Preconditions {
    private Preconditions() {}

    /**
     * The variant that the client has, if it has one.
     *
     * @param negotiated what would be sent; whoever names several tags, or none, has this one
     */
    static Optional<Variant> known(Document document, Variant negotiated, FeedRequest request, Instant now) {
        var tags = request.header("If-None-Match").map(IfNoneMatch::parse);
        if (tags.isPresent()) {
            // A date beside a tag says less than the tag, and is ignored.
            return Stream.concat(Stream.of(negotiated), document.variants().stream())
                    .filter(variant -> tags.get().matches(variant.entityTag()))
                    .findFirst();
        }
        return request.header("If-Modified-Since")
                .flatMap(date -> HttpDate.parse(date, now))
                // Clients invent dates, so only one that we gave away proves anything.
                .filter(document.lastModified()::equals)
                .map(date -> negotiated);
    }
}
