package org.feedside.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.ServiceConfig;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Document;
import org.feedside.publishing.Snapshot;
import org.feedside.publishing.Variant;

/** The responses about the documents of one snapshot, by path; each is made at most once a second. */
final class PreparedResponses {
    private final Snapshot snapshot;
    private final ServiceConfig settings;
    private final Map<String, OfDocument> byPath = new ConcurrentHashMap<>();

    PreparedResponses(Snapshot snapshot, ServiceConfig settings) {
        this.snapshot = snapshot;
        this.settings = settings;
    }

    boolean areOf(Snapshot other) {
        return snapshot == other;
    }

    /**
     * Returns the responses about the document at a path.
     *
     * @param path the raw path of the request
     * @param finder looks up the document at the first request for this path
     */
    Optional<OfDocument> find(String path, Function<Snapshot, Optional<Document>> finder) {
        return Optional.ofNullable(byPath.get(path))
                .or(() -> finder.apply(snapshot).map(document -> put(path, document)));
    }

    /** Keeps a path only if the document's public address ends with it: a path can be spelled in unlimited ways. */
    private OfDocument put(String path, Document document) {
        var responses = new OfDocument(document, settings);
        if (PercentEncoding.url(document.url()).endsWith(path)) {
            byPath.put(path, responses);
        }
        return responses;
    }

    static final class OfDocument {
        private final DocumentResponses responses;
        private final Map<Coding, InSecond> notModified = new ConcurrentHashMap<>();
        private final Map<Coding, InSecond> full = new ConcurrentHashMap<>();

        private record InSecond(long second, PreparedResponse response) {}

        OfDocument(Document document, ServiceConfig settings) {
            this.responses = new DocumentResponses(document, settings);
        }

        Document document() {
            return responses.document();
        }

        DocumentResponses responses() {
            return responses;
        }

        /** Returns 304 (Not Modified) with the entity tag of this variant. */
        PreparedResponse notModified(Variant variant, Instant now) {
            return inSecond(notModified, variant, now, responses::notModified);
        }

        /** Returns 200 with the complete document. */
        PreparedResponse full(Variant variant, Instant now) {
            return inSecond(full, variant, now, responses::full);
        }

        /** Two threads may both make a response: that costs less than a lock. */
        private static PreparedResponse inSecond(
                Map<Coding, InSecond> known,
                Variant variant,
                Instant now,
                BiFunction<Variant, Instant, FeedResponse> maker) {
            var last = Optional.ofNullable(known.get(variant.coding()));
            if (last.isPresent() && last.get().second() == now.getEpochSecond()) {
                return last.get().response();
            }
            var response = new PreparedResponse(maker.apply(variant, now));
            known.put(variant.coding(), new InSecond(now.getEpochSecond(), response));
            return response;
        }
    }
}
