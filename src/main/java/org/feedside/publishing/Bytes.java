package org.feedside.publishing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedside.base.disk.Digest;

/** An immutable sequence of bytes. If it is packed, it is kept as gzip and unpacked while it is in use. Thread-safe. */
public final class Bytes {
    private final int size;
    private final Supplier<ByteBuffer> content;
    private final boolean isPacked;

    /** Computed on first use, by any thread: all threads get the same value. */
    private Optional<String> digest = Optional.empty();

    /** Computed on first use like the digest, because few documents need it. */
    private Optional<Optional<EntryIndex>> entries = Optional.empty();

    private Bytes(int size, Supplier<ByteBuffer> content, boolean isPacked) {
        this.size = size;
        this.content = content;
        this.isPacked = isPacked;
    }

    private static Bytes of(ByteBuffer buffer) {
        return new Bytes(buffer.limit(), () -> buffer, false);
    }

    /** Wraps the array without a copy: the caller must not change it afterwards. */
    public static Bytes of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }

    public static Bytes utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the same bytes in a direct buffer, which the system sends without a copy. */
    Bytes direct() {
        return of(ByteBuffer.allocateDirect(size).put(buffer()).flip());
    }

    /** Returns the same bytes, of which only this gzip and the digests are kept in memory. */
    Bytes packed(Bytes gzip) {
        var unpacking = new Unpacking(gzip, size);
        var packed = new Bytes(size, () -> ByteBuffer.wrap(unpacking.get()), true);
        packed.digest = Optional.of(digest());
        packed.entries = Optional.of(entries());
        return packed;
    }

    /** Whether reading the bytes may have to unpack them first. */
    public boolean isPacked() {
        return isPacked;
    }

    public int size() {
        return size;
    }

    /** Returns a read-only view with its own position. */
    public ByteBuffer buffer() {
        return content.get().asReadOnlyBuffer();
    }

    public InputStream toStream() {
        return new ByteArrayInputStream(toArray());
    }

    public byte[] toArray() {
        return slice(0, size);
    }

    private byte[] slice(int start, int end) {
        var slice = new byte[end - start];
        content.get().get(start, slice);
        return slice;
    }

    /** Returns the bytes without these ranges. */
    Bytes without(Collection<EntryRange> ranges) {
        var rest = new ByteArrayOutputStream(size);
        var all = toArray();
        var from = 0;
        for (var range : ranges) {
            rest.write(all, from, range.start() - from);
            from = range.end();
        }
        rest.write(all, from, size - from);
        return of(rest.toByteArray());
    }

    /** Returns the first 128 bits of the SHA-256 of the bytes, in hexadecimal. */
    public String digest() {
        var cached = digest;
        if (cached.isEmpty()) {
            cached = Optional.of(digest(0, size));
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
        return Digest.of(content.get().slice(start, end - start));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && size == that.size && digest().equals(that.digest());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return new String(toArray(), StandardCharsets.UTF_8);
    }
}
