package org.feedside.content;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.feedside.config.Configuration;
import org.feedside.config.Glob;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.diagnostics.Parsed;
import org.feedside.diagnostics.Place;
import org.feedside.disk.Changes;
import org.feedside.disk.Disk;
import org.feedside.disk.FileTooLargeException;
import org.feedside.disk.Stamp;

/** The folder of posts: lists and reads its Markdown files, without those that the configuration ignores. */
public final class ContentFolder {
    /** Links can make a folder without end; no person nests posts this deep. */
    private static final int DEEPEST = 32;

    private final Disk disk;
    private final Path root;
    private final Conventions conventions;
    private final long maxPostBytes;
    private final List<Glob> ignored;

    public ContentFolder(Disk disk, Configuration configuration) {
        this.disk = disk;
        this.root = configuration.content();
        this.conventions = Conventions.of(configuration.site().layout());
        this.maxPostBytes = configuration.service().maxPostBytes();
        this.ignored = configuration.site().ignoredContent();
    }

    /**
     * Every Markdown file there is now, with its stamp.
     *
     * @throws IOException if the folder, or one in it, cannot be listed: then nothing is known, and nothing may be
     *     concluded from it
     */
    Listing look() throws IOException {
        var listing = new Listing(new TreeMap<>(), new TreeSet<>());
        look(root, "", 0, listing);
        return listing;
    }

    /**
     * As {@link #look()}, where it is known what was found before, and where something may have changed since. A folder
     * that came or went, or a link, is more than a glance can judge.
     */
    Listing look(Listing before, Changes changes) throws IOException {
        if (changes.paths().isEmpty()) {
            return look();
        }
        var files = new TreeMap<>(before.files());
        for (var path : changes.paths().get()) {
            if (!path.startsWith(root)) {
                continue;
            }
            var entry = disk.entry(path);
            if (before.folders().contains(path)
                    || !before.folders().contains(path.getParent())
                    || entry.filter(e -> e.isFolder()).isPresent()) {
                return look();
            }
            var source = new SourcePath(root.relativize(path).toString().replace('\\', '/'));
            if (entry.isPresent() && conventions.isRead(entry.get().name()) && !isIgnored(source)) {
                files.put(source, entry.get().stamp());
            } else {
                files.remove(source);
            }
        }
        return new Listing(files, before.folders());
    }

    /** What a look found: Markdown files, and the folders in which some may appear. */
    record Listing(TreeMap<SourcePath, Stamp> files, Set<Path> folders) {}

    private void look(Path folder, String prefix, int depth, Listing listing) throws IOException {
        listing.folders().add(folder);
        for (var entry : disk.list(folder)) {
            var path = prefix + entry.name();
            if (entry.isFolder() && depth < DEEPEST) {
                var inner = folder.resolve(entry.name());
                if (!conventions.isWalked(inner)) {
                    continue;
                }
                try {
                    look(inner, path + "/", depth + 1, listing);
                } catch (NoSuchFileException e) {
                    // It went between the two looks; so did its posts.
                }
            } else if (!entry.isFolder() && conventions.isRead(entry.name()) && !isIgnored(new SourcePath(path))) {
                listing.files().put(new SourcePath(path), entry.stamp());
            }
        }
    }

    /** Zola tests a page by its file and a section by its folder. */
    private boolean isIgnored(SourcePath path) {
        var tested = path.isSection() ? root.resolve(path.folder()) : root.resolve(path.path());
        var text = tested.toString().replace('\\', '/');
        return ignored.stream().anyMatch(glob -> glob.matches(text));
    }

    /** The bytes of a file, or why there are none. Empty without a problem if the file has gone. */
    Parsed<byte[]> read(SourcePath path) {
        try {
            return new Parsed<>(Optional.of(disk.read(root.resolve(path.path()), maxPostBytes)), List.of());
        } catch (NoSuchFileException e) {
            return Parsed.failed(List.of());
        } catch (FileTooLargeException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(file(path)),
                    "the file is larger than %d bytes: split it, or raise max_post_bytes in feedside.toml"
                            .formatted(maxPostBytes)));
        } catch (IOException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(file(path)), "the file cannot be read (%s): look at its permissions".formatted(e)));
        }
    }

    /** Files to be read: by several threads if the disk allows it. */
    <T> Stream<T> together(Collection<T> files) {
        return disk.isConcurrent() ? files.parallelStream() : files.stream();
    }

    /** What a file's bytes say, or what is wrong with them. */
    Parsed<Source> parse(SourcePath path, byte[] bytes) {
        return conventions.read(path, file(path), bytes);
    }

    /** Whether a look at the other folder finds the same. */
    boolean hasSameListing(ContentFolder other) {
        return isLike(other) && ignored.equals(other.ignored);
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
