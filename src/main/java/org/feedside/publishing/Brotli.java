package org.feedside.publishing;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.feedside.base.disk.FailureReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compresses with Brotli (RFC 7932) through a native library that is not available on every platform. */
final class Brotli {
    private static final Logger LOG = LoggerFactory.getLogger(Brotli.class);

    /** The highest level whose time is proportional to the size. */
    private static final int QUALITY = 9;

    /** The bounds of WBITS (RFC 7932, section 9.1), and the bytes of the window that back-references cannot reach. */
    private static final int MIN_WINDOW_BITS = 10;

    private static final int MAX_WINDOW_BITS = 22;
    private static final int UNREACHABLE_BYTES = 16;

    private Brotli() {}

    static Optional<Bytes> compress(Bytes plain) {
        if (!BrotliLibrary.isLoaded()) {
            return Optional.empty();
        }
        try {
            var parameters = Encoder.Parameters.create(QUALITY, windowBits(plain.size()));
            return Optional.of(Bytes.of(Encoder.compress(plain.toArray(), parameters)));
        } catch (IOException e) {
            LOG.warn("A feed cannot be compressed with brotli, so readers get gzip instead: {}", FailureReason.of(e));
            return Optional.empty();
        }
    }

    static Optional<InputStream> decompressing(Bytes coded) throws IOException {
        return BrotliLibrary.isLoaded() ? Optional.of(new BrotliInputStream(coded.toStream())) : Optional.empty();
    }

    /** The smallest window that covers the document: to zero a larger one takes longer than to compress. */
    private static int windowBits(int size) {
        var bits = Integer.SIZE - Integer.numberOfLeadingZeros(size + UNREACHABLE_BYTES);
        return Math.max(MIN_WINDOW_BITS, Math.min(MAX_WINDOW_BITS, bits));
    }
}
