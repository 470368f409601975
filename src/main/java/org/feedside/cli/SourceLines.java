package org.feedside.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.diagnostics.Utf8;
import org.feedside.base.disk.PathText;
import org.feedside.base.disk.SystemDisk;

/** The lines that problems refer to. Problems are sorted by file, so the last file is kept. */
final class SourceLines {
    private static final long MAX_BYTES = 5_000_000;

    private String file = "";
    private List<String> lines = List.of();

    /** Returns the line of a place with a mark; empty if the file cannot be read, or the line is blank. */
    Optional<MarkedLine> marked(Place place) {
        if (!place.file().equals(file)) {
            file = place.file();
            lines = read(file);
        }
        return place.line() > lines.size() || lines.get(place.line() - 1).isBlank()
                ? Optional.empty()
                : Optional.of(MarkedLine.of(lines.get(place.line() - 1), place.column()));
    }

    private static List<String> read(String file) {
        try {
            var path = PathText.resolve(Path.of(""), file);
            return path.isEmpty()
                    ? List.of()
                    : List.of(Utf8.withoutMark(
                                    new String(new SystemDisk().read(path.get(), MAX_BYTES), StandardCharsets.UTF_8))
                            .replace("\r\n", "\n")
                            .split("\n", -1));
        } catch (IOException e) {
            // The problem itself says that the file cannot be read.
            return List.of();
        }
    }
}
