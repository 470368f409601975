package org.feedside.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.Variant;

/** Documents with any text, below https://example.org/. */
public final class Documents {
    private static final String BASE_URL = "https://example.org/";

    private Documents() {}

    /** Returns a published feed. */
    public static Document atom(String path, Instant modified, String text) {
        return published(path, BASE_URL + path, Format.ATOM.contentType(), modified, Bytes.utf8(text));
    }

    /** Returns a document with gzip and without earlier versions, of which no page is known. */
    public static Document published(String path, String url, String mediaType, Instant modified, Bytes bytes) {
        var variants = Encodings.of(bytes);
        variants.forEach(Variant::bytes);
        return new Document(
                path, url, mediaType, Optional.of(modified), variants, List.of(), FeedInfo.NONE, Document.Kind.FEED);
    }

    /** Returns the document with all codings, as some seconds after its publication. */
    public static Document complete(Document document) {
        return Encodings.complete(document).orElseThrow();
    }

    public static Document onDemand(String path, Format format, String text) {
        var file = new FeedFile(path, BASE_URL + path, BASE_URL + path, format);
        return Document.onDemand(file, FeedInfo.ofPage(BASE_URL), Bytes.utf8(text));
    }
}
