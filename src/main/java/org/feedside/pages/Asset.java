package org.feedside.pages;

import org.feedside.base.text.TextResource;
import org.feedside.publishing.Bytes;

/**
 * The style sheet or the script of the pages.
 *
 * @param name contains a digest of the bytes, so clients can cache the file permanently
 */
public record Asset(String name, String mediaType, Bytes bytes) {
    /** Returns the style sheet of all pages. */
    public static Asset style() {
        return of("style", ".css", "text/css; charset=utf-8");
    }

    /** Returns the script. All pages work without it. */
    public static Asset script() {
        return of("script", ".js", "text/javascript; charset=utf-8");
    }

    /** Returns the script that updates the operator's status page. */
    public static Asset statusScript() {
        return of("status", ".js", "text/javascript; charset=utf-8");
    }

    private static Asset of(String stem, String ending, String mediaType) {
        var bytes = Bytes.utf8(TextResource.text(Asset.class, stem + ending));
        return new Asset(stem + "-" + bytes.digest().substring(0, 12) + ending, mediaType, bytes);
    }
}
