package org.feedside.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Makes a document's variants, once for each change of its bytes. */
public final class Encodings {
    private Encodings() {}

    public static List<Variant> of(Bytes plain) {
        return List.of(Variant.of(Coding.IDENTITY, plain), Variant.of(Coding.GZIP, gzip(plain)));
    }

    private static Bytes gzip(Bytes plain) {
        var out = new ByteArrayOutputStream(plain.size() / 3 + 64);
        try (var gzip = new BestGzip(out)) {
            plain.toStream().transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return Bytes.of(out.toByteArray());
    }

    /** Compressed once and sent for months: the best level pays. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
