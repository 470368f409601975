package org.feedside.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The content codings of a document; each is made at most once for each change of its bytes. */
public final class Encodings {
    private static final int BUFFER_BYTES = 8_192;

    private Encodings() {}

    /** Loads the native library, if it is not loaded: before clients can use up the file descriptors, and again later. */
    public static void load() {
        BrotliLibrary.load();
    }

    /** Returns the plain bytes, and gzip that is made when it is needed. */
    public static List<Variant> of(Bytes plain) {
        return List.of(
                Variant.plain(plain),
                Variant.coded(Coding.GZIP, plain, bytes -> gzip(bytes).direct()));
    }

    /** Makes gzip, and returns the document with brotli too, if the platform has it. It may be done after the publication. */
    public static Document complete(Document document) {
        document.variants().forEach(Variant::bytes);
        if (document.variant(Coding.BROTLI).isPresent()) {
            return document;
        }
        var plain = document.identity().bytes();
        return Brotli.compress(plain)
                .map(bytes -> Variant.coded(Coding.BROTLI, plain, bytes.direct()))
                .map(variant -> document.withVariants(Stream.concat(document.variants().stream(), Stream.of(variant))
                        .toList()))
                .orElse(document);
    }

    /** Uses the default level: a response waits for it, and brotli compresses better anyway. */
    private static Bytes gzip(Bytes plain) {
        var out = new ByteArrayOutputStream(plain.size() / 3 + 64);
        try (var gzip = new GZIPOutputStream(out, BUFFER_BYTES)) {
            plain.toStream().transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return Bytes.of(out.toByteArray());
    }
}
