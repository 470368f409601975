package org.feedside.publishing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.feedside.base.disk.Digest;

/** Bytes that nobody changes. */
public final class Bytes {
    private final ByteBuffer bytes;

    /** Made when it is asked for, by any thread: all make the same. */
    private Optional<String> digest = Optional.empty();

    private Bytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: the caller keeps no reference to it. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(ByteBuffer.wrap(bytes));
    }

    public static Bytes utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same outside the heap, from where the system sends them without a copy: for what is kept and often sent. */
    Bytes outsideTheHeap() {
        return new Bytes(ByteBuffer.allocateDirect(size()).put(buffer()).flip());
    }

    public int size() {
        return bytes.limit();
    }

    /** A buffer of one's own to read them from. */
    public ByteBuffer buffer() {
        return bytes.asReadOnlyBuffer();
    }

    public InputStream toStream() {
        return new ByteArrayInputStream(toArray());
    }

    public byte[] toArray() {
        return part(0, size());
    }

    private byte[] part(int start, int end) {
        var part = new byte[end - start];
        bytes.get(start, part);
        return part;
    }

    /** The text of a part. */
    String text(EntryRange range) {
        return new String(part(range.start(), range.end()), StandardCharsets.UTF_8);
    }

    /** What is left when these ranges are cut out. */
    Bytes without(Collection<EntryRange> ranges) {
        var left = new ByteArrayOutputStream(size());
        var from = 0;
        for (var range : ranges) {
            left.writeBytes(part(from, range.start()));
            from = range.end();
        }
        left.writeBytes(part(from, size()));
        return of(left.toByteArray());
    }

    /** The first 128 bits of the SHA-256 of the bytes, in hexadecimal. */
    public String digest() {
        var known = digest;
        if (known.isEmpty()) {
            known = Optional.of(digest(0, size()));
            digest = known;
        }
        return known.get();
    }

    /** As {@link #digest()}, of a part. */
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
