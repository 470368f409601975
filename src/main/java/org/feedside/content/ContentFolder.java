package org.feedside.content;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Fence;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.FileTooLargeException;
import org.feedside.base.disk.PathText;
import org.feedside.config.Configuration;
import org.feedside.config.Defaults;
import org.feedside.config.Generator;
import org.feedside.config.Glob;

/** Lists and reads the Markdown files of the content folder, except those that {@code ignored_content} matches. */
public final class ContentFolder {
    private final Disk disk;
    private final Path root;
    private final ContentConventions conventions;
    private final long maxPostBytes;
    private final boolean followLinks;
    private final List<Glob> ignored;
    private final boolean isRelative;

    public ContentFolder(Disk disk, Configuration configuration) {
        this.disk = disk;
        this.root = configuration.content();
        this.conventions = ContentConventions.of(
                configuration.site().layout(),
                String.valueOf(configuration.content().getFileName()));
        this.maxPostBytes = configuration.service().maxPostBytes();
        this.followLinks = configuration.service().followLinks();
        this.ignored = configuration.site().ignoredContent();
        this.isRelative = configuration.site().layout().generator() != Generator.ZOLA;
    }

    /**
     * Lists all Markdown files with their stamps.
     *
     * @throws IOException if the folder or a folder in it cannot be listed; missing files must then not count as
     *     deleted
     */
    FolderWalk.Listing scan() throws IOException {
        return new FolderWalk(disk, conventions, this::isIgnored, allowedRoot()).listing(root);
    }

    /**
     * Updates an earlier listing at the paths that may have changed since. A link, or a folder that was added or
     * removed, causes a full scan, and so does any change while posts may be hidden: the target of a link may return. A
     * change outside of the folder is ignored if no link can lead from there into the folder.
     */
    FolderWalk.Listing rescan(FolderWalk.Listing before, FileChanges changes) throws IOException {
        if (changes.paths().isEmpty()) {
            return scan();
        }
        var files = new TreeMap<>(before.files());
        var touched = new HashSet<SourcePath>();
        for (var path : changes.paths().get()) {
            if (!path.startsWith(root)) {
                // The path may be a link to this folder or the target of a link in it.
                if (before.isReachedByLinks() || followLinks || isAbove(path)) {
                    return scan();
                }
                continue;
            }
            var entry = disk.entry(path);
            if (!before.hiding().isEmpty()
                    || before.folders().contains(path)
                    || !before.folders().contains(path.getParent())
                    || entry.filter(e -> e.isFolder() || e.isLink()).isPresent()
                    || before.hasProblemAt(path)
                    || path.toString().contains(DiskEntry.REPLACEMENT_CHARACTER)) {
                return scan();
            }
            var source = new SourcePath(root.relativize(path).toString().replace('\\', '/'));
            touched.add(source);
            if (entry.isPresent() && conventions.isRead(source) && !isIgnored(source)) {
                files.put(source, entry.get().stamp());
            } else {
                files.remove(source);
            }
        }
        return new FolderWalk.Listing(
                files,
                before.folders(),
                before.hiding(),
                before.problems(),
                before.isReachedByLinks(),
                Optional.of(touched));
    }

    FileChanges changes(Collection<SourcePath> files) {
        return new FileChanges(Optional.of(files.stream()
                .flatMap(file -> PathText.resolve(root, file.path()).stream())
                .collect(Collectors.toSet())));
    }

    /** Whether a path is this folder or a folder above it, which may have been replaced by another. */
    private boolean isAbove(Path path) {
        return root.toAbsolutePath()
                .normalize()
                .startsWith(path.toAbsolutePath().normalize());
    }

    /**
     * The real path that links must stay below; empty if they may lead anywhere. It is resolved for each scan, as the
     * folder may itself be a link that is switched to another target.
     */
    Optional<Path> allowedRoot() throws IOException {
        return followLinks ? Optional.empty() : disk.realPath(root);
    }

    /**
     * As Zola does, matches the globs with the file of a page and with the folder of a section; other generators' globs
     * also with the path below this folder.
     */
    private boolean isIgnored(SourcePath path) {
        var tested = path.isSection() ? root.resolve(path.folder()) : root.resolve(path.path());
        var text = tested.toString().replace('\\', '/');
        return ignored.stream().anyMatch(glob -> glob.matches(text) || (isRelative && glob.matches(path.path())));
    }

    /**
     * Reads the bytes of a file; empty if there is nothing at the path. A file that is there and cannot be read, and a
     * link that leads nowhere, are problems: they must not count as deleted.
     *
     * @param allowedRoot the real path that links must stay below; empty if they may lead anywhere
     */
    Optional<Parsed<byte[]>> read(SourcePath path, Optional<Path> allowedRoot) {
        try {
            if (FolderWalk.leadsOutside(disk, root.resolve(path.path()), allowedRoot)) {
                // The file, or a folder above it, became a link after the scan.
                return unreadable(
                        Code.OUTSIDE_LINK,
                        path,
                        "the file is reached through a link that leads out of the content folder: replace the link with its target, or set follow_links = true in feedside.toml");
            }
            var bytes = disk.read(root.resolve(path.path()), maxPostBytes);
            return Optional.of(new Parsed<>(Optional.of(bytes), List.of()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileTooLargeException e) {
            return unreadable(
                    Code.TOO_LARGE,
                    path,
                    "the file is larger than %d bytes: split it, or raise max_post_bytes in feedside.toml"
                            .formatted(maxPostBytes));
        } catch (IOException e) {
            return unreadable(Code.UNREADABLE, path, FailureReason.ofReading(e));
        }
    }

    private Optional<Parsed<byte[]>> unreadable(Code code, SourcePath path, String message) {
        return Optional.of(Parsed.failed(code.error(file(path), message)));
    }

    /** A stream of files to be read; parallel if the disk allows concurrent reads. */
    <T> Stream<T> streamOf(Collection<T> files) {
        return disk.isConcurrent() ? files.parallelStream() : files.stream();
    }

    Parsed<ContentFile> parse(SourcePath path, byte[] bytes, List<Defaults> inherited) {
        var parsed = Fence.of(file(path), () -> conventions.read(path, file(path), bytes, inherited));
        return parsed.value().orElseGet(() -> Parsed.failed(parsed.problems()));
    }

    /** Whether a scan of the other folder would list the same files. */
    boolean hasSameListing(ContentFolder other) {
        return parsesLike(other) && ignored.equals(other.ignored) && followLinks == other.followLinks;
    }

    /** Whether both have the same path and parse its files in the same way. */
    boolean parsesLike(ContentFolder other) {
        return root.equals(other.root) && conventions.equals(other.conventions);
    }

    /** The name of a file in diagnostics: a path that can be opened from the working directory of the command. */
    String file(SourcePath path) {
        // The locale may be another one than that in which a file was published, and then removed.
        return PathText.resolve(root, path.path()).map(Path::toString).orElseGet(() -> root + "/" + path.path());
    }
}
