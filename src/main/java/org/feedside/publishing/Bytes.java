package org.feedside.publishing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.feedside.disk.Digest;

/** Bytes that nobody changes. */
public final class Bytes {
    private final byte[] bytes;

    /** Made when it is asked for, by any thread: all make the same. */
    private Optional<String> digest = Optional.empty();

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: the caller keeps no reference to it. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes);
    }

    public static Bytes utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return bytes.length;
    }

    public InputStream toStream() {
        return new ByteArrayInputStream(bytes);
    }

    /** A buffer of one's own to read them from. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    byte at(int index) {
        return bytes[index];
    }

    /** What is left when these ranges are cut out. */
    Bytes without(Collection<EntryRange> ranges) {
        var left = new ByteArrayOutputStream(bytes.length);
        var from = 0;
        for (var range : ranges) {
            left.write(bytes, from, range.start() - from);
            from = range.end();
        }
        left.write(bytes, from, bytes.length - from);
        return of(left.toByteArray());
    }

    /** The first 128 bits of the SHA-256 of the bytes, in hexadecimal. */
    public String digest() {
        var known = digest;
        if (known.isEmpty()) {
            known = Optional.of(digest(0, bytes.length));
            digest = known;
        }
        return known.get();
    }

    /** As {@link #digest()}, of a part. */
    String digest(int start, int end) {
        return Digest.of(bytes, start, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
