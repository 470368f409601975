package org.feedside.publishing;

/**
 * A document in one content coding.
 *
 * @param entityTag the strong tag of exactly these bytes, with its quotes (RFC 9110, section 8.8.3)
 */
public record Variant(Coding coding, Bytes bytes, String entityTag) {
    static Variant of(Coding coding, Bytes bytes) {
        return new Variant(coding, bytes, '"' + bytes.digest() + '"');
    }
}
