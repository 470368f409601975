package org.feedside.base.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A disk on a JDK file system: the operating system's, or one in memory. */
public final class SystemDisk implements Disk {
    private static final FileStamp UNKNOWN = new FileStamp(Instant.EPOCH, 0);

    private static final boolean DECODES_ALL_NAMES = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));

    @Override
    public List<DiskEntry> list(Path folder) throws IOException {
        var entries = new ArrayList<DiskEntry>();
        try (var children = Files.newDirectoryStream(folder)) {
            for (var child : children) {
                checkName(folder, child);
                listed(child)
                        .filter(e -> !e.isFolder() || !e.isLink() || !isCycle(folder, child))
                        .ifPresent(entries::add);
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Comparator.comparing(DiskEntry::name));
        return entries;
    }

    /**
     * Rejects a name that the current locale cannot decode: its file could not be opened, and the post would seem to be
     * deleted. In a UTF-8 locale such a name is not valid in any locale, so it is not rejected.
     */
    private static void checkName(Path folder, Path child) throws IOException {
        if (!DECODES_ALL_NAMES && child.toString().contains(DiskEntry.REPLACEMENT_CHARACTER)) {
            throw new IOException("a file name in %s cannot be decoded in this process's locale: set LC_ALL=C.UTF-8"
                    .formatted(folder));
        }
    }

    /** Returns a child of a folder. One that cannot be examined must not hide the others. */
    private Optional<DiskEntry> listed(Path child) {
        try {
            return entry(child);
        } catch (IOException e) {
            var isLink = Files.isSymbolicLink(child);
            return Optional.of(new DiskEntry(name(child), DiskEntry.Kind.UNKNOWN, isLink, UNKNOWN));
        }
    }

    private static String name(Path path) {
        var name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    /** Returns whether a link points to a folder that contains the link: following it would never end. */
    private static boolean isCycle(Path folder, Path child) {
        try {
            return folder.toRealPath().startsWith(child.toRealPath());
        } catch (IOException e) {
            // It was deleted in the meantime; the next listing shows that.
            return true;
        }
    }

    @Override
    public Optional<DiskEntry> entry(Path path) throws IOException {
        try {
            var linkAttributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            var isLink = linkAttributes.isSymbolicLink();
            var attributes = isLink ? target(path) : Optional.of(linkAttributes);
            var stamped = attributes.orElse(linkAttributes);
            var stamp = new FileStamp(stamped.lastModifiedTime().toInstant(), stamped.size());
            return Optional.of(new DiskEntry(name(path), kind(attributes), isLink, stamp));
        } catch (FileSystemException e) {
            if (e instanceof NoSuchFileException || isTooLong(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether a path is longer than any that the file system can have. */
    private static boolean isTooLong(FileSystemException e) {
        return String.valueOf(e.getReason()).contains("name too long");
    }

    /** Returns the attributes of the file or folder at the end of all links; empty if there is none. */
    private static Optional<BasicFileAttributes> target(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (FileSystemException e) {
            if (leadsNowhere(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static DiskEntry.Kind kind(Optional<BasicFileAttributes> attributes) {
        if (attributes.isEmpty()) {
            return DiskEntry.Kind.NOWHERE;
        } else if (attributes.get().isDirectory()) {
            return DiskEntry.Kind.FOLDER;
        }
        return attributes.get().isRegularFile() ? DiskEntry.Kind.FILE : DiskEntry.Kind.SPECIAL;
    }

    /** The JDK has no exception type for a cycle of symbolic links, only a message. */
    private static boolean leadsNowhere(FileSystemException e) {
        return e instanceof NoSuchFileException
                || isTooLong(e)
                || String.valueOf(e.getReason()).contains("levels of symbolic links");
    }

    @Override
    public Optional<Path> realPath(Path path) throws IOException {
        try {
            return Optional.of(path.toRealPath());
        } catch (FileSystemException e) {
            if (leadsNowhere(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<Object> identity(Path path) {
        try {
            var key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            // There are no file keys on Windows.
            return Optional.of(key == null ? path : key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Set<Path> foldersOfLinks(Collection<Path> paths) {
        return FoldersOfLinks.onTheWayTo(paths);
    }

    @Override
    public byte[] read(Path file, long maxBytes) throws IOException {
        checkIsFile(file);
        try (var channel = Files.newByteChannel(file)) {
            if (channel.size() > maxBytes) {
                throw new FileTooLargeException(file.toString());
            }
            // The file may grow after its size was read.
            var bytes =
                    Channels.newInputStream(channel).readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > maxBytes) {
                throw new FileTooLargeException(file.toString());
            }
            return bytes;
        }
    }

    /** Rejects what is not a regular file: opening a named pipe waits until another process writes to it. */
    private static void checkIsFile(Path file) throws IOException {
        var found = target(file);
        if (found.isEmpty() && !Files.isSymbolicLink(file)) {
            throw new NoSuchFileException(file.toString());
        }
        var kind = kind(found);
        if (kind != DiskEntry.Kind.FILE) {
            throw new NotAFileException(kind);
        }
    }

    @Override
    public void replace(Path file, byte[] bytes, Instant modified) throws IOException {
        var temporary = file.resolveSibling("." + file.getFileName() + ".new");
        var folder = temporary.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // Nothing that another process put there is opened: a named pipe, for example, would block.
        Files.deleteIfExists(temporary);
        Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.setLastModifiedTime(temporary, FileTime.from(modified));
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void touch(Path file, Instant modified) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public boolean isConcurrent() {
        return true;
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // This process itself holds the lock.
        }
        channel.close();
        return Optional.empty();
    }
}
