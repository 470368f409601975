package org.feedside.publishing;

/** A content coding (RFC 9110, section 8.4.1), the tightest last. */
public enum Coding {
    IDENTITY("identity"),
    GZIP("gzip"),
    BROTLI("br");

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /** The coding's name in header fields. */
    public String token() {
        return token;
    }
}
