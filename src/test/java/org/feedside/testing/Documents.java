package org.feedside.testing;

import java.time.Instant;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.FeedInfo;

/** Documents with any text, below https://example.org/. */
public final class Documents {
    private static final String BASE_URL = "https://example.org/";

    private Documents() {}

    /** Returns a published feed. */
    public static Document atom(String path, Instant modified, String text) {
        return new Document(
                path, BASE_URL + path, Format.ATOM.contentType(), modified, Encodings.immediate(Bytes.utf8(text)));
    }

    public static Document onDemand(String path, Format format, String text) {
        var file = new FeedFile(path, BASE_URL + path, BASE_URL + path, format);
        return Document.onDemand(file, FeedInfo.ofPage(BASE_URL), Bytes.utf8(text));
    }
}
