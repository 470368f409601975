package org.feedside.feeds;

import org.feedside.base.text.PercentEncoding;

/**
 * A file attached to an entry, such as a podcast episode (RFC 4287, section 4.2.7.2).
 *
 * @param url its URI
 * @param length in bytes, 0 if unknown
 */
public record Enclosure(String url, long length, String type) {
    public Enclosure {
        url = PercentEncoding.url(url);
        if (length < 0) {
            throw new IllegalArgumentException(url + " has a negative length: " + length);
        }
    }
}
