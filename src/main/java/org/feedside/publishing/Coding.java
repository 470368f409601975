package org.feedside.publishing;

/** A content coding (RFC 9110, section 8.4.1), in order of compression: the best is last. */
public enum Coding {
    IDENTITY("identity"),
    GZIP("gzip"),
    BROTLI("br");

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /** Returns the coding's name in header fields. */
    public String token() {
        return token;
    }
}
