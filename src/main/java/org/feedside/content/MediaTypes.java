package org.feedside.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The media types of common files, by file name extension. */
final class MediaTypes {
    private static final Map<String, String> BY_EXTENSION = byExtension();

    private MediaTypes() {}

    /** The media type of a file with this name; empty if its extension is unknown. */
    static Optional<String> of(String fileName) {
        var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return fileName.contains(".") ? Optional.ofNullable(BY_EXTENSION.get(extension)) : Optional.empty();
    }

    private static Map<String, String> byExtension() {
        var types = new HashMap<String, String>();
        try (var stream = MediaTypes.class.getResourceAsStream("media-types.txt");
                var reader = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(stream, "media-types.txt"), StandardCharsets.UTF_8))) {
            for (var line : reader.lines().toList()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    var fields = line.split(" ", 2);
                    types.put(fields[0], fields[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(types);
    }
}
