package org.feedside.base.disk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies bytes by a SHA-256 hash, cut to 128 bits, in hexadecimal. */
public final class Digest {
    private static final int BYTES = 16;

    private Digest() {}

    public static String of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }

    /** Returns the digest of a buffer's remaining bytes. */
    public static String of(ByteBuffer bytes) {
        var sha = sha256();
        sha.update(bytes);
        return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
    }

    /** Returns a new SHA-256, for input that comes in several parts. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
