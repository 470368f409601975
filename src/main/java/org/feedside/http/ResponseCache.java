package org.feedside.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.feedside.base.text.PercentEncoding;
import org.feedside.publishing.Document;
import org.feedside.publishing.Snapshot;

/** The documents of one snapshot that were asked for, each with its answers, by the paths of requests. */
final class ResponseCache {
    private final Snapshot snapshot;
    private final HttpSettings settings;
    private final Map<String, DocumentResponses> byPath = new ConcurrentHashMap<>();

    ResponseCache(Snapshot snapshot, HttpSettings settings) {
        this.snapshot = snapshot;
        this.settings = settings;
    }

    boolean isOf(Snapshot other) {
        return snapshot == other;
    }

    /**
     * The answers about the document at a path.
     *
     * @param path as it came
     * @param finder of what was not asked for by this path yet
     */
    Optional<DocumentResponses> find(String path, Function<Snapshot, Optional<Document>> finder) {
        return Optional.ofNullable(byPath.get(path))
                .or(() -> finder.apply(snapshot).map(document -> put(path, document)));
    }

    /** Only by what its public address ends with: how else the path can be written has no end. */
    private DocumentResponses put(String path, Document document) {
        var answers = new DocumentResponses(document, settings);
        if (PercentEncoding.url(document.url()).endsWith(path)) {
            byPath.put(path, answers);
        }
        return answers;
    }
}
