package org.feedside.base.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All file operations of the program. Tests replace it with a simulated disk that injects faults. */
public interface Disk {
    /**
     * Lists a folder, sorted by name.
     *
     * @throws java.nio.file.NoSuchFileException if the folder does not exist
     */
    List<DiskEntry> list(Path folder) throws IOException;

    /** Returns what is at a path, links followed; empty if there is nothing. A link whose target is away is something. */
    Optional<DiskEntry> entry(Path path) throws IOException;

    /** Returns the path with all symbolic links resolved; empty if nothing exists there. */
    Optional<Path> realPath(Path path) throws IOException;

    /** Returns a key of the file or folder at a path that changes when another one replaces it (on Unix the inode). */
    Optional<Object> identity(Path path);

    /** Returns the folders that contain the symbolic links on the way to these paths: a change of a link is an event in its folder. */
    Set<Path> foldersOfLinks(Collection<Path> paths);

    /**
     * Reads a regular file. Anything else is not opened, because the read might never return.
     *
     * @throws java.nio.file.NoSuchFileException if there is nothing at the path
     * @throws NotAFileException if there is something else, or a link that leads nowhere
     * @throws FileTooLargeException if the file is larger than {@code maxBytes}
     */
    byte[] read(Path file, long maxBytes) throws IOException;

    /** Creates or replaces a file atomically: after a crash it has either the old or the new content. Creates missing folders. */
    void replace(Path file, byte[] bytes, Instant modified) throws IOException;

    void touch(Path file, Instant modified) throws IOException;

    /** Deletes a file if it exists. */
    void delete(Path file) throws IOException;

    /** Creates a folder and its missing parents. */
    void makeFolder(Path folder) throws IOException;

    /** Returns whether several threads may read at once. A simulated disk with a fixed order of faults allows one thread only. */
    boolean isConcurrent();

    /** Locks a file until the result is closed; empty if the file is already locked. */
    Optional<Closeable> lock(Path file) throws IOException;
}
