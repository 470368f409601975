package org.feedside.feeds;

/**
 * A file that belongs to an entry, such as an episode (RFC 4287, section 4.2.7.2).
 *
 * @param url where it is
 * @param length in bytes, 0 if nobody knows
 * @param type its media type
 */
public record Enclosure(String url, long length, String type) {
    public Enclosure {
        if (length < 0) {
            throw new IllegalArgumentException(url + " cannot have " + length + " bytes");
        }
    }
}
