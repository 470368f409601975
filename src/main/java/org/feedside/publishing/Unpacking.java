package org.feedside.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * Unpacks bytes from their gzip. All who use the bytes at the same time share one array, so that slow readers of a document
 * hold it in memory only once. Thread-safe.
 */
final class Unpacking implements Supplier<byte[]> {
    private final Bytes gzip;
    private final int size;
    private WeakReference<byte[]> last = new WeakReference<>(null);

    /**
     * @param size the number of plain bytes
     */
    Unpacking(Bytes gzip, int size) {
        this.gzip = gzip;
        this.size = size;
    }

    @Override
    public synchronized byte[] get() {
        var bytes = last.get();
        if (bytes == null) {
            bytes = unpack();
            last = new WeakReference<>(bytes);
        }
        return bytes;
    }

    private byte[] unpack() {
        try {
            return Decoding.decode("gzip", gzip, size)
                    .filter(plain -> plain.size() == size)
                    .orElseThrow(() -> new IOException("not of %d bytes".formatted(size)))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
    }
}
