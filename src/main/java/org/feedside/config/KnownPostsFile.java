package org.feedside.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;

/** Caches the parsed file of known posts. Every scan reads the file but parses it only when it changed: parsing 20,000 posts takes a second. */
final class KnownPostsFile {
    /** Room for 50,000 posts. */
    private static final long MAX_BYTES = 16_000_000;

    private Optional<String> text = Optional.empty();
    private Parsed<KnownPosts> parsed = Parsed.of(KnownPosts.NONE, List.of());

    /** Returns the known posts of a site; none if the file does not exist. */
    Parsed<KnownPosts> read(ConfigurationFiles files, Path folder) {
        var file = folder.resolve(KnownPosts.FILE);
        var current = files.text(file, MAX_BYTES);
        if (current.problems().stream().anyMatch(Diagnostic::isError)) {
            return Parsed.failed(current.problems());
        }
        if (!current.value().equals(text)) {
            parsed = current.value()
                    .map(t -> KnownPostsReader.read(file.toString(), t))
                    .orElseGet(() -> Parsed.of(KnownPosts.NONE, List.of()));
            text = current.value();
        }
        return parsed;
    }
}
