package org.feedside.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Makes a document's variants, once for each change of its bytes. */
public final class Encodings {
    private static final int BUFFER = 8_192;

    private Encodings() {}

    /** The plain bytes, and what every client can take. */
    public static List<Variant> immediate(Bytes plain) {
        return List.of(Variant.plain(plain), Variant.coded(Coding.GZIP, gzip(plain), plain));
    }

    /** The document with what a publication waits for. */
    public static Document withGzip(Document document) {
        if (document.variant(Coding.GZIP).isPresent()) {
            return document;
        }
        var plain = document.identity().bytes();
        var coded = gzip(plain).outsideTheHeap();
        return document.withVariants(List.of(document.identity(), Variant.coded(Coding.GZIP, coded, plain)));
    }

    /** The document with all that a platform has. */
    public static Document complete(Document document) {
        return withBrotli(withGzip(document));
    }

    /** The document with what may come a little later; itself where this platform has no brotli. */
    public static Document withBrotli(Document document) {
        if (document.variant(Coding.BROTLI).isPresent()) {
            return document;
        }
        var plain = document.identity().bytes();
        return Brotli.compress(plain)
                .map(bytes -> {
                    var variants = new ArrayList<>(document.variants());
                    variants.add(Variant.coded(Coding.BROTLI, bytes.outsideTheHeap(), plain));
                    return document.withVariants(variants);
                })
                .orElse(document);
    }

    /** At the usual level: an author waits for it, and brotli is what pays later. */
    private static Bytes gzip(Bytes plain) {
        var out = new ByteArrayOutputStream(plain.size() / 3 + 64);
        try (var gzip = new GZIPOutputStream(out, BUFFER)) {
            plain.toStream().transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return Bytes.of(out.toByteArray());
    }
}
