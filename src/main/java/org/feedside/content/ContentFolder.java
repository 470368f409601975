package org.feedside.content;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.FileTooLargeException;
import org.feedside.config.Configuration;
import org.feedside.config.Glob;

/** The folder of posts: lists and reads its Markdown files, without those that the configuration ignores. */
public final class ContentFolder {
    private final Disk disk;
    private final Path root;
    private final ContentConventions conventions;
    private final long maxPostBytes;
    private final boolean followLinks;
    private final List<Glob> ignored;

    public ContentFolder(Disk disk, Configuration configuration) {
        this.disk = disk;
        this.root = configuration.content();
        this.conventions = ContentConventions.of(configuration.site().layout());
        this.maxPostBytes = configuration.service().maxPostBytes();
        this.followLinks = configuration.service().followLinks();
        this.ignored = configuration.site().ignoredContent();
    }

    /**
     * Every Markdown file there is now, with its stamp.
     *
     * @throws IOException if the folder, or one in it, cannot be listed: then nothing is known, and nothing may be
     *     concluded from it
     */
    FolderWalk.Listing look() throws IOException {
        return new FolderWalk(disk, conventions, this::isIgnored, home()).from(root);
    }

    /**
     * As {@link #look()}, where it is known what was found before, and where something may have changed since. A folder
     * that came or went, or a link, is more than a glance can judge; what is beside the folder, and leads nowhere into it,
     * changes nothing.
     */
    FolderWalk.Listing look(FolderWalk.Listing before, FileChanges changes) throws IOException {
        if (changes.paths().isEmpty()) {
            return look();
        }
        var files = new TreeMap<>(before.files());
        var touched = new HashSet<SourcePath>();
        for (var path : changes.paths().get()) {
            if (!path.startsWith(root)) {
                // A link on the way to the folder, or out of it, may lead elsewhere now.
                if (before.isReachedByLinks() || followLinks || isAbove(path)) {
                    return look();
                }
                continue;
            }
            var entry = disk.entry(path);
            if (before.folders().contains(path)
                    || !before.folders().contains(path.getParent())
                    || entry.filter(e -> e.isFolder() || e.isLink()).isPresent()
                    || before.tellsOf(path)
                    || path.toString().contains(DiskEntry.NO_CHARACTER)) {
                return look();
            }
            var source = new SourcePath(root.relativize(path).toString().replace('\\', '/'));
            touched.add(source);
            if (entry.isPresent() && conventions.isRead(entry.get().name()) && !isIgnored(source)) {
                files.put(source, entry.get().stamp());
            } else {
                files.remove(source);
            }
        }
        return new FolderWalk.Listing(
                files, before.folders(), before.problems(), before.isReachedByLinks(), Optional.of(touched));
    }

    /** Whether a path is one of the folders on the way to this one, where something else may stand now. */
    private boolean isAbove(Path path) {
        return root.toAbsolutePath()
                .normalize()
                .startsWith(path.toAbsolutePath().normalize());
    }

    /** Where links may lead; empty for anywhere. The folder itself may be a link, which leads elsewhere tomorrow. */
    Optional<Path> home() throws IOException {
        return followLinks ? Optional.empty() : disk.real(root);
    }

    /** Zola tests a page by its file and a section by its folder. */
    private boolean isIgnored(SourcePath path) {
        var tested = path.isSection() ? root.resolve(path.folder()) : root.resolve(path.path());
        var text = tested.toString().replace('\\', '/');
        return ignored.stream().anyMatch(glob -> glob.matches(text));
    }

    /**
     * The bytes of a file, or why there are none. Empty without a problem if the file has gone.
     *
     * @param home where links may lead now
     */
    Parsed<byte[]> read(SourcePath path, Optional<Path> home) {
        try {
            if (FolderWalk.leadsOut(disk, root.resolve(path.path()), home)) {
                // It is a link since the last look, or a folder above it is.
                return Parsed.failed(Diagnostic.error(
                        Place.startOf(file(path)),
                        "the file is behind a link that leads out of the content folder now"));
            }
            return new Parsed<>(Optional.of(disk.read(root.resolve(path.path()), maxPostBytes)), List.of());
        } catch (NoSuchFileException e) {
            return Parsed.failed(List.of());
        } catch (FileTooLargeException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(file(path)),
                    "the file is larger than %d bytes: split it, or raise max_post_bytes in feedside.toml"
                            .formatted(maxPostBytes)));
        } catch (IOException e) {
            return Parsed.failed(unreadable(path, e));
        }
    }

    /** The problem of a file that exists and cannot be read. Without a problem the file would count as deleted. */
    private List<Diagnostic> unreadable(SourcePath path, IOException e) {
        return List.of(Diagnostic.error(
                Place.startOf(file(path)), "the file cannot be read (%s): look at its permissions".formatted(e)));
    }

    /** Files to be read: by several threads if the disk allows it. */
    <T> Stream<T> together(Collection<T> files) {
        return disk.isConcurrent() ? files.parallelStream() : files.stream();
    }

    /** What a file's bytes say, or what is wrong with them. */
    Parsed<ContentFile> parse(SourcePath path, byte[] bytes) {
        return conventions.read(path, file(path), bytes);
    }

    /** Whether a look at the other folder finds the same. */
    boolean hasSameListing(ContentFolder other) {
        return isLike(other) && ignored.equals(other.ignored) && followLinks == other.followLinks;
    }

    /** Whether a file of the other folder is the same file, and means the same. */
    boolean isLike(ContentFolder other) {
        return root.equals(other.root) && conventions.equals(other.conventions);
    }

    /** A file's name for diagnostics: one that can be opened from where the command was called. */
    String file(SourcePath path) {
        return root.resolve(path.path()).toString();
    }
}
