package org.feedside.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.LastFound;

/** The files that configure a site. One that is away, unreadable or empty for a moment keeps its last text. */
public final class ConfigurationFiles {
    /** Far more than any hand-written configuration. */
    private static final long MAX_BYTES = 1_000_000;

    /** Room for 50,000 known posts. */
    private static final long MAX_KNOWN_BYTES = 16_000_000;

    private final Disk disk;

    /** The texts of files. That of a folder is empty. */
    private final LastFound<String> found;

    /** The parsed file of known posts, and its text: every scan reads the file, but parsing 20,000 posts takes a second. */
    private Parsed<KnownPosts> knownPosts = Parsed.of(KnownPosts.NONE, List.of());

    private Optional<String> knownText = Optional.empty();

    public ConfigurationFiles(Disk disk, LastFound<String> found) {
        this.disk = disk;
        this.found = found;
    }

    /** Reads a text file; no value and no problem if it does not exist. */
    Parsed<String> text(Path file) {
        return text(file, MAX_BYTES);
    }

    private Parsed<String> text(Path file, long maxBytes) {
        var now = SiteFolder.text(disk, file, maxBytes);
        var last = now.problems().isEmpty()
                ? found.at(file, now.value().filter(text -> !text.isBlank()))
                : found.unreadable(file);
        return last.map(text -> Parsed.of(text, List.of())).orElse(now);
    }

    boolean isFolder(Path path) throws IOException {
        try {
            var entry = disk.entry(path).filter(DiskEntry::isFolder);
            return found.at(path, entry.map(e -> "")).isPresent();
        } catch (IOException e) {
            if (found.unreadable(path).isPresent()) {
                return true;
            }
            throw e;
        }
    }

    /** Returns the known posts of a site; none if their file does not exist. */
    Parsed<KnownPosts> knownPosts(Path folder) {
        var file = folder.resolve(KnownPosts.FILE);
        var text = text(file, MAX_KNOWN_BYTES);
        if (!text.problems().isEmpty()) {
            return Parsed.failed(text.problems());
        }
        if (!text.value().equals(knownText)) {
            knownPosts = text.value()
                    .map(t -> KnownPostsReader.read(file.toString(), t))
                    .orElseGet(() -> Parsed.of(KnownPosts.NONE, List.of()));
            knownText = text.value();
        }
        return knownPosts;
    }
}
