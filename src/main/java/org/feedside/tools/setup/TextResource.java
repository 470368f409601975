package org.feedside.tools.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads text resources of the program. */
final class TextResource {
    private TextResource() {}

    static String text(String name) {
        try (var stream = Objects.requireNonNull(TextResource.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
