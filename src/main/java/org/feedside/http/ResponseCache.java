package org.feedside.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.ServiceConfig;
import org.feedside.publishing.Document;
import org.feedside.publishing.Snapshot;

/** The responses about the documents of one snapshot, by request path. */
final class ResponseCache {
    private final Snapshot snapshot;
    private final ServiceConfig settings;
    private final Map<String, DocumentResponses> byPath = new ConcurrentHashMap<>();

    ResponseCache(Snapshot snapshot, ServiceConfig settings) {
        this.snapshot = snapshot;
        this.settings = settings;
    }

    boolean isOf(Snapshot other) {
        return snapshot == other;
    }

    /**
     * Returns the responses about the document at a path.
     *
     * @param path the raw path of the request
     * @param finder looks up the document at the first request for this path
     */
    Optional<DocumentResponses> find(String path, Function<Snapshot, Optional<Document>> finder) {
        return Optional.ofNullable(byPath.get(path))
                .or(() -> finder.apply(snapshot).map(document -> put(path, document)));
    }

    /** Caches a path only if the document's public address ends with it: a path can be spelled in unlimited ways. */
    private DocumentResponses put(String path, Document document) {
        var responses = new DocumentResponses(document, settings);
        if (PercentEncoding.url(document.url()).endsWith(path)) {
            byPath.put(path, responses);
        }
        return responses;
    }
}
