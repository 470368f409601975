package org.feedside.http;

import java.util.Optional;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;

/** Delta encoding with {@code A-IM: feed} (RFC 3229): only the entries that are new since a known version. */
final class DeltaEncoding {
    private DeltaEncoding() {}

    /**
     * Returns the new and changed entries, as a feed; empty if the client does not want or cannot get a delta.
     *
     * @param full the complete feed in the chosen coding; a delta is only used if it is smaller
     */
    static Optional<Bytes> delta(Document document, Bytes full, FeedRequest request) {
        var accepts =
                request.header("A-IM").map(field -> QualityValues.of(field).getOrDefault("feed", 0.0) > 0);
        if (!accepts.orElse(false) || !AcceptEncoding.allowsIdentity(request.header("Accept-Encoding"))) {
            return Optional.empty();
        }
        return request.header("If-None-Match").stream()
                .flatMap(tags -> IfNoneMatch.parse(tags).digests())
                .flatMap(digest -> document.since(digest).stream())
                .filter(delta -> delta.size() < full.size())
                .findFirst();
    }
}
