package org.feedside.built;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.disk.Disk;

/**
 * The built folder, and whether it has been quiet. While a generator deletes and creates files, the folder is neither the old
 * nor the new site. Not thread-safe.
 */
public final class QuietFolder {
    private Optional<Look> last = Optional.empty();

    /** What was found, and since when nothing else was found. */
    private record Look(Path path, Optional<BuiltFolder> folder, BuiltPages pages, Instant since) {}

    /**
     * Looks at the folder.
     *
     * @param quiet how long two looks must be apart that find the same; with zero, one look is enough
     * @return until when to wait; empty if the folder is quiet
     */
    public Optional<Instant> look(Disk disk, Path path, Duration quiet, Instant now) {
        var folder = BuiltFolder.open(disk, path);
        var pages = folder.map(BuiltFolder::pages).orElse(BuiltPages.NONE);
        // After the clock was set back the time starts again.
        var since = last.filter(look -> look.path().equals(path) && look.pages().equals(pages))
                .map(Look::since)
                .filter(then -> !then.isAfter(now))
                .orElse(now);
        last = Optional.of(new Look(path, folder, pages, since));
        return Optional.of(since.plus(quiet)).filter(now::isBefore);
    }

    /** Returns whether the folder still has what the last look found. */
    public boolean isUnchanged(Disk disk) {
        return last.filter(look -> BuiltFolder.open(disk, look.path())
                        .map(BuiltFolder::pages)
                        .orElse(BuiltPages.NONE)
                        .equals(look.pages()))
                .isPresent();
    }

    /** Returns the folders of the pages and the one that contains them, because a generator may replace the folder itself. */
    public Set<Path> watched() {
        var folders = new HashSet<>(pages().folders());
        last.map(look -> look.path().toAbsolutePath().getParent()).ifPresent(folders::add);
        return folders;
    }

    public boolean hasLooked() {
        return last.isPresent();
    }

    /** The folder at the last look; empty if it does not exist. */
    public Optional<BuiltFolder> folder() {
        return last.flatMap(Look::folder);
    }

    public BuiltPages pages() {
        return last.map(Look::pages).orElse(BuiltPages.NONE);
    }
}
