package org.feedside.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes a content coding, as a client does. */
public final class Decoding {
    private Decoding() {}

    /**
     * The plain bytes; empty if the coding is none that can be undone here, or if they are too many.
     *
     * @param token the coding's name in small letters
     * @param most how many bytes may come out: a few coded ones can mean very many
     * @throws IOException if the bytes are not of this coding
     */
    public static Optional<Bytes> decode(String token, Bytes coded, int most) throws IOException {
        return switch (token) {
            case "identity" -> Optional.of(coded);
            case "gzip", "x-gzip" -> read(new GZIPInputStream(coded.toStream()), most);
            case "deflate" -> read(new InflaterInputStream(coded.toStream()), most);
            case "br" -> {
                var stream = Brotli.decompressing(coded);
                yield stream.isPresent() ? read(stream.get(), most) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Bytes> read(InputStream stream, int most) throws IOException {
        try (stream) {
            return Optional.of(stream.readNBytes(most + 1))
                    .filter(bytes -> bytes.length <= most)
                    .map(Bytes::of);
        }
    }
}
