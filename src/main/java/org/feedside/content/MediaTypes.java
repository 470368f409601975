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

/** The media types of the usual files, by the ending of their names. */
final class MediaTypes {
    private static final Map<String, String> BY_ENDING = byEnding();

    private MediaTypes() {}

    /** The type of a file of this name, if the name tells. */
    static Optional<String> of(String fileName) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return fileName.contains(".") ? Optional.ofNullable(BY_ENDING.get(ending)) : Optional.empty();
    }

    private static Map<String, String> byEnding() {
        var types = new HashMap<String, String>();
        try (var stream = MediaTypes.class.getResourceAsStream("media-types.txt");
                var reader = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(stream, "media-types.txt"), StandardCharsets.UTF_8))) {
            for (var line : reader.lines().toList()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    var words = line.split(" ", 2);
                    types.put(words[0], words[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(types);
    }
}
