package org.feedside.base.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every way in which the program touches files, so that a simulated disk with faults can stand below all of it. */
public interface Disk {
    /**
     * What is in a folder, by name.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such folder
     */
    List<DiskEntry> list(Path folder) throws IOException;

    /** What a path leads to, if it leads to anything. */
    Optional<DiskEntry> entry(Path path) throws IOException;

    /** Where a path leads once every link in it is followed, if it leads to anything. */
    Optional<Path> real(Path path) throws IOException;

    /** What tells the file or folder that a path leads to from another that is put in its place, if there is one. */
    Optional<Object> identity(Path path);

    /** The folders that hold the links by which these paths are reached: a change of a link happens there. */
    Set<Path> foldersOfLinks(Collection<Path> paths);

    /**
     * The bytes of a file.
     *
     * @throws FileTooLargeException if there are more than {@code atMost}
     */
    byte[] read(Path file, long atMost) throws IOException;

    /** Puts a file in the place of another, or of none, in one step that survives a crash; makes its folders. */
    void replace(Path file, byte[] bytes, Instant modified) throws IOException;

    /** Sets a file's modification time. */
    void touch(Path file, Instant modified) throws IOException;

    /** Deletes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Makes a folder and those above it. */
    void makeFolder(Path folder) throws IOException;

    /** Whether several threads may read at once; one whose faults follow each other in order wants one at a time. */
    boolean isConcurrent();

    /** Holds a lock on a file until it is closed; empty if another process holds it. */
    Optional<Closeable> lock(Path file) throws IOException;
}
