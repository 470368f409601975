package org.feedside.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;

/** The file of known posts, which is read at every look, but understood only when it changed: that takes a second for 20,000. */
public final class KnownPostsFile {
    /** Enough for 50,000 posts. */
    private static final long MOST_BYTES = 16_000_000;

    private Optional<String> text = Optional.empty();
    private Parsed<KnownPosts> reading = Parsed.of(KnownPosts.NONE, List.of());

    /** What the file of a site says; nothing if there is none. */
    Parsed<KnownPosts> read(Disk disk, Path folder) {
        var file = folder.resolve(KnownPosts.FILE);
        var now = SiteFolder.text(disk, file, MOST_BYTES);
        if (now.problems().stream().anyMatch(Diagnostic::isError)) {
            return Parsed.failed(now.problems());
        }
        if (!now.value().equals(text)) {
            reading = now.value()
                    .map(t -> KnownPostsReader.read(file.toString(), t))
                    .orElseGet(() -> Parsed.of(KnownPosts.NONE, List.of()));
            text = now.value();
        }
        return reading;
    }
}
