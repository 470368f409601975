package org.feedside.publishing;

/**
 * A document in one content coding.
 *
 * @param entityTag the strong entity tag of these bytes, with its quotes (RFC 9110, section 8.8.3)
 */
public record Variant(Coding coding, Bytes bytes, String entityTag) {
    static Variant plain(Bytes bytes) {
        return new Variant(Coding.IDENTITY, bytes, '"' + bytes.digest() + '"');
    }

    /**
     * Builds the tag from the digests of the plain and the coded bytes. The first part identifies the version even if
     * another machine or Java version compressed it differently.
     */
    static Variant coded(Coding coding, Bytes bytes, Bytes plain) {
        var tag = "\"%s.%s\"".formatted(plain.digest(), bytes.digest().substring(0, 8));
        return new Variant(coding, bytes, tag);
    }
}
