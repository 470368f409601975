package org.feedside.http;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Documents;

/** Small feeds to serve. */
final class Feeds {
    static final Instant MODIFIED = Instant.parse("2026-11-20T10:00:00Z");

    private Feeds() {}

    static Document atom(String path, String text) {
        return document(path, "application/atom+xml; charset=utf-8", text)
                .withFeed(FeedInfo.ofPage("https://example.org/blog/"));
    }

    /** An OPML list of feeds. */
    static Document list(String path, String text) {
        return document(path, "text/x-opml; charset=utf-8", text);
    }

    private static Document document(String path, String mediaType, String text) {
        return Documents.published(path, "https://example.org/blog/" + path, mediaType, MODIFIED, Bytes.utf8(text));
    }

    /** Returns an Atom feed with these texts as its entries. */
    static String feed(String... entries) {
        var text = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\">");
        for (var entry : entries) {
            text.append("<entry>").append(entry).append("</entry>");
        }
        return text.append("</feed>").toString();
    }

    static Snapshot snapshot(Document... documents) {
        var byPath = new TreeMap<String, Document>();
        List.of(documents).forEach(document -> byPath.put(document.path(), document));
        return new Snapshot(1, byPath, OnDemand.NONE);
    }
}
