package org.feedside.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Decodes content codings, as a client does. */
public final class Decoding {
    private Decoding() {}

    /**
     * Returns the plain bytes; empty if the coding is not supported or the result is too large.
     *
     * @param token the coding's name in lower case
     * @param maxSize the limit of the result in bytes: a few coded bytes can expand to very many
     * @throws IOException if the bytes are not of this coding
     */
    public static Optional<Bytes> decode(String token, Bytes coded, int maxSize) throws IOException {
        return switch (token) {
            case "identity" -> Optional.of(coded);
            case "gzip", "x-gzip" -> read(new GZIPInputStream(coded.toStream()), maxSize);
            case "deflate" -> read(new InflaterInputStream(coded.toStream()), maxSize);
            case "br" -> {
                var stream = Brotli.decompressing(coded);
                yield stream.isPresent() ? read(stream.get(), maxSize) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Bytes> read(InputStream stream, int maxSize) throws IOException {
        try (stream) {
            return Optional.of(stream.readNBytes(maxSize + 1))
                    .filter(bytes -> bytes.length <= maxSize)
                    .map(Bytes::of);
        }
    }
}
