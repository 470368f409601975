package org.feedside.publishing;

/**
 * A document in one content coding.
 *
 * @param entityTag the strong tag of exactly these bytes, with its quotes (RFC 9110, section 8.8.3)
 */
public record Variant(Coding coding, Bytes bytes, String entityTag) {
    static Variant plain(Bytes bytes) {
        return new Variant(Coding.IDENTITY, bytes, '"' + bytes.digest() + '"');
    }

    /**
     * The tag names the plain bytes and then these: so a reader is recognised whichever compressor it got the version
     * from, one of another machine or of another Java.
     */
    static Variant coded(Coding coding, Bytes bytes, Bytes plain) {
        var tag = "\"%s.%s\"".formatted(plain.digest(), bytes.digest().substring(0, 8));
        return new Variant(coding, bytes, tag);
    }
}
