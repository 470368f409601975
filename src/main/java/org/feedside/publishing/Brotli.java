package org.feedside.publishing;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brotli (RFC 7932), by a native library that not every platform has. */
final class Brotli {
    private static final Logger LOG = LoggerFactory.getLogger(Brotli.class);
    private static final boolean AVAILABLE = load();

    /** The highest level whose time grows with the size only. */
    private static final int QUALITY = 9;

    /** The bounds of the window's bits (RFC 7932, section 9.1), and the bytes of it that cannot be referred to. */
    private static final int LEAST_WINDOW = 10;

    private static final int MOST_WINDOW = 22;
    private static final int SLACK = 16;

    private Brotli() {}

    static Optional<Bytes> compress(Bytes plain) {
        if (!AVAILABLE) {
            return Optional.empty();
        }
        try {
            var parameters = Encoder.Parameters.create(QUALITY, window(plain.size()));
            return Optional.of(Bytes.of(Encoder.compress(plain.toArray(), parameters)));
        } catch (IOException e) {
            LOG.warn("A feed stays without brotli, as its library failed; readers get gzip: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static Optional<InputStream> decompressing(Bytes coded) throws IOException {
        return AVAILABLE ? Optional.of(new BrotliInputStream(coded.toStream())) : Optional.empty();
    }

    /** As much as the document needs: a larger one is only filled with zeros, which takes longer than to compress. */
    private static int window(int size) {
        var bits = Integer.SIZE - Integer.numberOfLeadingZeros(size + SLACK);
        return Math.max(LEAST_WINDOW, Math.min(MOST_WINDOW, bits));
    }

    private static boolean load() {
        if (!Brotli4jLoader.isAvailable()) {
            LOG.info(
                    "Feeds are compressed with gzip only: there is no brotli for this platform ({})",
                    String.valueOf(Brotli4jLoader.getUnavailabilityCause()));
        }
        return Brotli4jLoader.isAvailable();
    }
}
