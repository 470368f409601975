package org.feedside.content;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FileStamp;

/** One walk through the folder of posts: what is read, and what is told of files and folders that are not. */
final class FolderWalk {
    /** No person nests posts this deep. */
    private static final int DEEPEST = 32;

    /** Links that lead to each other make many folders of a few. */
    private static final int MOST_BEHIND_LINKS = 10_000;

    private final Disk disk;
    private final ContentConventions conventions;
    private final Predicate<SourcePath> isIgnored;
    private final Optional<Path> home;
    private final TreeMap<SourcePath, FileStamp> files = new TreeMap<>();
    private final Set<Path> folders = new TreeSet<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private int behindLinks;

    /**
     * A walk to come.
     *
     * @param home where links may lead, itself without links; empty for anywhere
     */
    FolderWalk(Disk disk, ContentConventions conventions, Predicate<SourcePath> isIgnored, Optional<Path> home) {
        this.disk = disk;
        this.conventions = conventions;
        this.isIgnored = isIgnored;
        this.home = home;
    }

    /**
     * What a walk found.
     *
     * @param files those that are read
     * @param folders those in which some may appear
     * @param problems why others are not read
     * @param isReachedByLinks whether a link is on the way to any of the folders
     * @param touched the only files that can differ from the listing before; empty if it may be all
     */
    record Listing(
            TreeMap<SourcePath, FileStamp> files,
            Set<Path> folders,
            List<Diagnostic> problems,
            boolean isReachedByLinks,
            Optional<Set<SourcePath>> touched) {
        /** Whether something is told of a path. */
        boolean tellsOf(Path path) {
            return problems.stream().anyMatch(p -> p.place().file().equals(path.toString()));
        }
    }

    Listing from(Path root) throws IOException {
        walk(root, "", 0, false);
        return new Listing(
                files, folders, problems, !disk.foldersOfLinks(folders).isEmpty(), Optional.empty());
    }

    private void walk(Path folder, String prefix, int depth, boolean isBehindLink) throws IOException {
        if (isBehindLink && ++behindLinks > MOST_BEHIND_LINKS) {
            throw new IOException(
                    "links make more than %d folders of it, down to %s: remove those that lead to each other"
                            .formatted(MOST_BEHIND_LINKS, folder));
        }
        folders.add(folder);
        for (var entry : disk.list(folder)) {
            var path = folder.resolve(entry.name());
            var source = new SourcePath(prefix + entry.name());
            if (!matters(entry, path, source) || !canBeRead(entry, path, depth)) {
                continue;
            }
            if (!entry.isFolder()) {
                files.put(source, entry.stamp());
                continue;
            }
            try {
                walk(path, source.path() + "/", depth + 1, isBehindLink || entry.isLink());
            } catch (NoSuchFileException e) {
                // It went between the two looks; so did its posts.
            }
        }
    }

    private boolean matters(DiskEntry entry, Path path, SourcePath source) {
        return entry.isFolder()
                ? conventions.isWalked(path)
                : conventions.isRead(entry.name()) && !isIgnored.test(source);
    }

    private boolean canBeRead(DiskEntry entry, Path path, int depth) throws IOException {
        if (entry.name().contains(DiskEntry.NO_CHARACTER)) {
            problems.add(Diagnostic.error(
                    Place.startOf(path.toString()), "this name is not UTF-8, so nothing can be read by it: rename it"));
            return false;
        } else if (entry.isFolder() && depth >= DEEPEST) {
            problems.add(Diagnostic.error(
                    Place.startOf(path.toString()),
                    "the folder is more than %d folders deep, so no posts are looked for here: move it up"
                            .formatted(DEEPEST)));
            return false;
        } else if (entry.isLink() && leadsOut(disk, path, home)) {
            problems.add(
                    Diagnostic.warning(
                            Place.startOf(path.toString()),
                            "this link leads out of the content folder, so it is not followed: put what it leads to in its place, or set follow_links = true in feedside.toml"));
            return false;
        }
        return true;
    }

    /** Whether a path leads to something that is not below home, all links followed. */
    static boolean leadsOut(Disk disk, Path path, Optional<Path> home) throws IOException {
        if (home.isEmpty()) {
            return false;
        }
        var real = disk.real(path);
        return real.isPresent() && !real.get().startsWith(home.get());
    }
}
