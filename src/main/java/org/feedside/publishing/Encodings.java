package org.feedside.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
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

    /**
     * Returns the document with gzip and, if the platform has it, brotli. Its plain bytes are packed from then on, because
     * few clients want them. Returns nothing if nothing is left to do. It may be done after the publication.
     */
    public static Optional<Document> complete(Document document) {
        var plain = document.identity().bytes();
        var known = document.variant(Coding.BROTLI);
        var brotli = known.isPresent()
                ? known.map(Variant::bytes)
                : Brotli.compress(plain).map(Bytes::direct);
        if (plain.isPacked() && known.isPresent() == brotli.isPresent()) {
            return Optional.empty();
        }
        var gzip = document.variant(Coding.GZIP).orElseThrow().bytes();
        var packed = plain.isPacked() ? plain : plain.packed(gzip);
        var always = Stream.of(Variant.plain(packed), Variant.coded(Coding.GZIP, packed, gzip));
        var more = brotli.map(bytes -> Variant.coded(Coding.BROTLI, packed, bytes)).stream();
        return Optional.of(document.withVariants(Stream.concat(always, more).toList()));
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
