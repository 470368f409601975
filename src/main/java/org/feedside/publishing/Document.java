package org.feedside.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.feedside.state.DocumentState;

/**
 * A feed in one format, as it is served.
 *
 * @param path where it is served and kept, below base_url and without a leading slash: {@code tags/rust/atom.xml}
 * @param url its public URL
 * @param mediaType with its charset, as Content-Type says it
 * @param lastModified whole seconds
 * @param variants at least the identity coding, which stands first
 */
public record Document(String path, String url, String mediaType, Instant lastModified, List<Variant> variants) {
    public Document {
        variants = List.copyOf(variants);
        if (variants.isEmpty() || variants.get(0).coding() != Coding.IDENTITY) {
            throw new IllegalArgumentException(path + " has no plain bytes");
        }
        if (!lastModified.equals(lastModified.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(path + " was modified at a fraction of a second: " + lastModified);
        }
    }

    /** A document of these bytes, in every coding. */
    public static Document of(DocumentState state, Bytes bytes) {
        var file = state.file();
        return new Document(
                file.path(),
                file.url(),
                file.format().mediaType() + "; charset=utf-8",
                state.lastModified(),
                Encodings.of(bytes));
    }

    public Variant identity() {
        return variants.get(0);
    }

    public Optional<Variant> variant(Coding coding) {
        return variants.stream().filter(v -> v.coding() == coding).findFirst();
    }
}
