package org.feedside.base.disk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names bytes, so that whoever has the name need not keep the bytes. */
public final class Digest {
    private static final int BYTES = 16;

    private Digest() {}

    /** The first 128 bits of the SHA-256 of the bytes, in hexadecimal. */
    public static String of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }

    /** As {@link #of(byte[])}, of what is left in a buffer. */
    public static String of(ByteBuffer bytes) {
        var sha = sha256();
        sha.update(bytes);
        return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
    }

    /** For what is digested in many steps. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
