package org.feedside.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.feedside.publishing.Bytes;

/**
 * A file that pages need to look and act as they do.
 *
 * @param name has a digest of the bytes in it, so that it can be kept for ever
 */
public record Asset(String name, String mediaType, Bytes bytes) {
    /** The look of all pages. */
    public static Asset style() {
        return of("style", ".css", "text/css; charset=utf-8");
    }

    /** What makes pages handier; each works without. */
    public static Asset script() {
        return of("script", ".js", "text/javascript; charset=utf-8");
    }

    private static Asset of(String stem, String ending, String mediaType) {
        try (var stream = Asset.class.getResourceAsStream(stem + ending)) {
            var bytes = Bytes.of(Objects.requireNonNull(stream, stem).readAllBytes());
            return new Asset(stem + "-" + bytes.digest().substring(0, 12) + ending, mediaType, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
