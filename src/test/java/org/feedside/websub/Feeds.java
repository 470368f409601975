package org.feedside.websub;

import java.time.Instant;
import java.util.HashMap;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Documents;

/** Snapshots of small feeds. */
final class Feeds {
    private Feeds() {}

    static String url(String path) {
        return "https://example.org/" + path;
    }

    /** Returns a snapshot of Atom feeds; arguments are alternately a path and a text. */
    static Snapshot of(String... pathsAndTexts) {
        var documents = new HashMap<String, Document>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            var path = pathsAndTexts[i];
            documents.put(path, document(path, url(path), "application/atom+xml", pathsAndTexts[i + 1]));
        }
        return new Snapshot(1, documents, OnDemand.NONE);
    }

    static Document document(String path, String url, String mediaType, String text) {
        var modified = Instant.parse("2026-01-01T00:00:00Z");
        return Documents.published(path, url, mediaType + "; charset=utf-8", modified, Bytes.utf8(text));
    }
}
