package org.feedside.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Compresses a document, once for each change of its bytes. */
public final class Encodings {
    private static final int BUFFER_BYTES = 8_192;

    private Encodings() {}

    /** Loads the native library, if it is not loaded: before clients can use up the file descriptors, and again later. */
    public static void load() {
        BrotliLibrary.load();
    }

    /** Returns the plain bytes and gzip, which every client accepts. */
    public static List<Variant> immediate(Bytes plain) {
        return List.of(Variant.plain(plain), Variant.coded(Coding.GZIP, gzip(plain), plain));
    }

    /** Returns the document with gzip, which a publication waits for. */
    public static Document withGzip(Document document) {
        return with(Coding.GZIP, document, plain -> Optional.of(gzip(plain)));
    }

    /** Returns the document with every coding that the platform has. */
    public static Document complete(Document document) {
        return withBrotli(withGzip(document));
    }

    /** Returns the document with brotli, if the platform has it. It may be added after the publication. */
    public static Document withBrotli(Document document) {
        return with(Coding.BROTLI, document, Brotli::compress);
    }

    private static Document with(Coding coding, Document document, Function<Bytes, Optional<Bytes>> compressor) {
        var plain = document.identity().bytes();
        var coded = document.variant(coding).isPresent() ? Optional.<Bytes>empty() : compressor.apply(plain);
        return coded.map(bytes -> Variant.coded(coding, bytes.direct(), plain))
                .map(variant -> document.withVariants(Stream.concat(document.variants().stream(), Stream.of(variant))
                        .toList()))
                .orElse(document);
    }

    /** Uses the default level: publications wait for gzip, and brotli, added later, compresses better anyway. */
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
