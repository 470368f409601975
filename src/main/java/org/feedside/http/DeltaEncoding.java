package org.feedside.http;

import java.util.Optional;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;

/** Answers {@code A-IM: feed} (RFC 3229, and what readers made of it): of a known version only what came since. */
final class DeltaEncoding {
    private DeltaEncoding() {}

    /**
     * The new and changed entries, as a feed.
     *
     * @param full what would be sent otherwise; if it is not larger, it is better
     */
    static Optional<Bytes> delta(Document document, Bytes full, FeedRequest request) {
        var asked = request.header("A-IM").map(m -> QualityValues.of(m).getOrDefault("feed", 0.0) > 0);
        if (!asked.orElse(false) || !AcceptEncoding.allowsIdentity(request.header("Accept-Encoding"))) {
            return Optional.empty();
        }
        return request.header("If-None-Match").stream()
                .flatMap(tags -> IfNoneMatch.parse(tags).digests())
                .flatMap(digest -> document.since(digest).stream())
                .filter(delta -> delta.size() < full.size())
                .findFirst();
    }
}
