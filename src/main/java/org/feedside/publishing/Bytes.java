package org.feedside.publishing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.feedside.base.disk.Digest;

/** An immutable sequence of bytes. */
public final class Bytes {
    private final ByteBuffer bytes;

    /** Computed on first use, by any thread: all threads get the same value. */
    private Optional<String> digest = Optional.empty();

    /** Computed on first use like the digest, because few documents need it. */
    private Optional<Optional<EntryIndex>> entries = Optional.empty();

    private Bytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Wraps the array without a copy: the caller must not change it afterwards. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(ByteBuffer.wrap(bytes));
    }

    public static Bytes utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the same bytes in a direct buffer, which the system sends without a copy. */
    Bytes direct() {
        return new Bytes(ByteBuffer.allocateDirect(size()).put(buffer()).flip());
    }

    public int size() {
        return bytes.limit();
    }

    /** Returns a read-only view with its own position. */
    public ByteBuffer buffer() {
        return bytes.asReadOnlyBuffer();
    }

    public InputStream toStream() {
        return new ByteArrayInputStream(toArray());
    }

    public byte[] toArray() {
        return slice(0, size());
    }

    private byte[] slice(int start, int end) {
        var slice = new byte[end - start];
        bytes.get(start, slice);
        return slice;
    }

    /** Returns the bytes without these ranges. */
    Bytes without(Collection<EntryRange> ranges) {
        var rest = new ByteArrayOutputStream(size());
        var from = 0;
        for (var range : ranges) {
            rest.writeBytes(slice(from, range.start()));
            from = range.end();
        }
        rest.writeBytes(slice(from, size()));
        return of(rest.toByteArray());
    }

    /** Returns the first 128 bits of the SHA-256 of the bytes, in hexadecimal. */
    public String digest() {
        var cached = digest;
        if (cached.isEmpty()) {
            cached = Optional.of(digest(0, size()));
            digest = cached;
        }
        return cached.get();
    }

    /** Returns the entries of an Atom or RSS document; empty for other bytes. */
    Optional<EntryIndex> entries() {
        var cached = entries;
        if (cached.isEmpty()) {
            cached = Optional.of(EntryIndex.of(this));
            entries = cached;
        }
        return cached.get();
    }

    /** Returns the same as {@link #digest()} for one range. */
    String digest(int start, int end) {
        return Digest.of(bytes.slice(start, end - start));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && bytes.equals(that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return new String(toArray(), StandardCharsets.UTF_8);
    }
}
