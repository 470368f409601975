package org.feedside.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.LastFound;

/** The files that configure a site. One that is away, unreadable or empty for a moment keeps its last text. */
public final class ConfigurationFiles {
    private final Disk disk;
    private final LastFound<String> texts;
    private final LastFound<DiskEntry> folders;
    private final KnownPostsFile knownPosts = new KnownPostsFile();

    /** Files that are read once. */
    ConfigurationFiles(Disk disk) {
        this(disk, InstantSource.fixed(Instant.EPOCH), Duration.ZERO);
    }

    public ConfigurationFiles(Disk disk, InstantSource clock, Duration settle) {
        this.disk = disk;
        this.texts = new LastFound<>(clock, settle);
        this.folders = new LastFound<>(clock, settle);
    }

    /** Reads a text file; no value and no problem if it does not exist. */
    Parsed<String> text(Path file) {
        return text(file, SiteFolder.MAX_BYTES);
    }

    Parsed<String> text(Path file, long maxBytes) {
        var now = SiteFolder.text(disk, file, maxBytes);
        return texts.at(file, now.value().filter(text -> !text.isBlank()))
                .filter(text -> !now.value().equals(Optional.of(text)))
                .map(text -> Parsed.of(text, List.of()))
                .orElse(now);
    }

    /** Whether there is a folder at a path. */
    boolean isFolder(Path path) throws IOException {
        try {
            return folders.at(path, disk.entry(path).filter(DiskEntry::isFolder))
                    .isPresent();
        } catch (IOException e) {
            if (folders.at(path, Optional.empty()).isPresent()) {
                return true;
            }
            throw e;
        }
    }

    /** Returns the known posts of a site; none if their file does not exist. */
    Parsed<KnownPosts> knownPosts(Path folder) {
        return knownPosts.read(this, folder);
    }

    /** Returns since when the first of the files is missing that do not count as deleted yet; empty if there are none. */
    public Optional<Instant> missingSince() {
        return Stream.of(texts.missingSince(), folders.missingSince())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Forgets the files that the configuration no longer needs. */
    public void forgetOthers() {
        texts.forgetOthers();
        folders.forgetOthers();
    }
}
