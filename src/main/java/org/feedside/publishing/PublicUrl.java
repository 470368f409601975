package org.feedside.publishing;

import java.net.URI;
import org.feedside.base.text.PercentEncoding;

/** Makes URLs of decoded paths, percent-encoded for header fields, links and forms. */
public final class PublicUrl {
    private PublicUrl() {}

    /** The absolute URL of a path below the base URL. */
    public static String below(URI baseUrl, String path) {
        return PercentEncoding.url(baseUrl.toString().replaceFirst("/+$", "")) + "/" + PercentEncoding.path(path);
    }

    /** A relative reference between paths, which is right behind a proxy that removes a prefix of the path. */
    public static String relative(String path, String from) {
        var up = "../".repeat(Math.toIntExact(from.chars().filter(c -> c == '/').count()));
        // "./" because a first segment that contains a colon would be read as a scheme (RFC 3986, section 4.2).
        return (up.isEmpty() ? "./" : up) + PercentEncoding.path(path);
    }
}
