package org.feedside.content;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.FileStamp;

/** A walk through the content folder. Collects the files to read and the reasons why others are skipped. */
final class FolderWalk {
    /** Far deeper than anyone nests posts. */
    private static final int MAX_DEPTH = 32;

    /** If folders link to each other, the number of paths grows exponentially with the depth. */
    private static final int MAX_FOLDERS_BEHIND_LINKS = 10_000;

    private final Disk disk;
    private final ContentConventions conventions;
    private final Predicate<SourcePath> isIgnored;
    private final Optional<Path> allowedRoot;
    private final TreeMap<SourcePath, FileStamp> files = new TreeMap<>();
    private final Set<Path> folders = new TreeSet<>();
    private final List<String> hiding = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private int foldersBehindLinks;

    /**
     * @param allowedRoot the real path that links must stay below; empty if they may lead anywhere
     */
    FolderWalk(Disk disk, ContentConventions conventions, Predicate<SourcePath> isIgnored, Optional<Path> allowedRoot) {
        this.disk = disk;
        this.conventions = conventions;
        this.isIgnored = isIgnored;
        this.allowedRoot = allowedRoot;
    }

    /**
     * The result of a walk.
     *
     * @param files the files to read
     * @param folders the folders to watch for new files
     * @param hiding the paths below which there may be files that cannot be found now
     * @param problems the reasons why other files and folders are skipped
     * @param isReachedByLinks whether the path of any of the folders contains a link
     * @param touched the only files that can differ from the previous listing; empty if any file can
     */
    record Listing(
            TreeMap<SourcePath, FileStamp> files,
            Set<Path> folders,
            List<String> hiding,
            List<Diagnostic> problems,
            boolean isReachedByLinks,
            Optional<Set<SourcePath>> touched) {
        /** Whether a file may be there although it was not found. */
        boolean mayHide(SourcePath path) {
            return hiding.stream().anyMatch(place -> path.path().startsWith(place + "/"));
        }

        boolean hasProblemAt(Path path) {
            return problems.stream().anyMatch(p -> p.place().file().equals(path.toString()));
        }
    }

    Listing listing(Path root) throws IOException {
        walk(root, "", 0, false);
        return new Listing(
                files, folders, hiding, problems, !disk.foldersOfLinks(folders).isEmpty(), Optional.empty());
    }

    private void walk(Path folder, String prefix, int depth, boolean isBehindLink) throws IOException {
        if (isBehindLink && ++foldersBehindLinks > MAX_FOLDERS_BEHIND_LINKS) {
            throw new IOException(
                    "links expand the content folder to more than %d folders, down to %s: remove links that point to each other"
                            .formatted(MAX_FOLDERS_BEHIND_LINKS, folder));
        }
        folders.add(folder);
        for (var entry : disk.list(folder)) {
            var path = folder.resolve(entry.name());
            var source = new SourcePath(prefix + entry.name());
            if (entry.mayHideFiles() && !conventions.isRead(source) && conventions.isWalked(path)) {
                hide(entry, path, source);
                continue;
            }
            if (!isRelevant(entry, path, source) || !canBeRead(entry, path, depth)) {
                continue;
            }
            if (!entry.isFolder()) {
                files.put(source, entry.stamp());
                continue;
            }
            try {
                walk(path, source.path() + "/", depth + 1, isBehindLink || entry.isLink());
            } catch (NoSuchFileException e) {
                // The folder was removed during the walk, and so were its posts.
            } catch (FileSystemException e) {
                hiding.add(source.path());
                problems.add(Code.UNREADABLE.error(
                        path,
                        "the folder cannot be listed (%s), so its posts stay as they are: check its permissions"
                                .formatted(FailureReason.of(e))));
            }
        }
    }

    /** Skips a path whose posts, if there are any, must not count as deleted. */
    private void hide(DiskEntry entry, Path path, SourcePath source) {
        hiding.add(source.path());
        // Editors make links such as `.#post.md`, which lead nowhere, to lock files.
        if (!entry.name().startsWith(".") && !isIgnored.test(source)) {
            problems.add(
                    Code.UNREADABLE.warning(
                            path,
                            entry.kind() == DiskEntry.Kind.NOWHERE
                                    ? "this link leads nowhere, so posts below it stay as they are: restore what it links to, or remove the link"
                                    : "this file or folder cannot be examined, so posts below it stay as they are: check its permissions"));
        }
    }

    private boolean isRelevant(DiskEntry entry, Path path, SourcePath source) {
        return entry.isFolder() ? conventions.isWalked(path) : conventions.isRead(source) && !isIgnored.test(source);
    }

    private boolean canBeRead(DiskEntry entry, Path path, int depth) throws IOException {
        if (entry.name().contains(DiskEntry.REPLACEMENT_CHARACTER)) {
            problems.add(Code.ENCODING.error(path, "this name is not UTF-8, so it cannot be opened: rename it"));
            return false;
        } else if (entry.isFolder() && depth >= MAX_DEPTH) {
            problems.add(Code.UNREADABLE.error(
                    path,
                    "the folder is nested more than %d levels deep, so its posts are not read: move it up"
                            .formatted(MAX_DEPTH)));
            return false;
        } else if (entry.isLink() && !entry.mayHideFiles() && leadsOutside(disk, path, allowedRoot)) {
            problems.add(
                    Code.OUTSIDE_LINK.warning(
                            path,
                            "this link leads out of the content folder, so it is not followed: replace the link with its target, or set follow_links = true in feedside.toml"));
            return false;
        }
        return true;
    }

    /** Whether the real path is outside of {@code allowedRoot}. */
    static boolean leadsOutside(Disk disk, Path path, Optional<Path> allowedRoot) throws IOException {
        if (allowedRoot.isEmpty()) {
            return false;
        }
        var real = disk.realPath(path);
        return real.isPresent() && !real.get().startsWith(allowedRoot.get());
    }
}
