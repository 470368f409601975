package org.feedside.content;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.base.text.TextResource;

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
        return TextResource.lines(MediaTypes.class, "media-types.txt").stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(fields -> fields[0], fields -> fields[1]));
    }
}
