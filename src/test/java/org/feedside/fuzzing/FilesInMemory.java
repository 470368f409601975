package org.feedside.fuzzing;

import java.io.Closeable;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FileStamp;

/**
 * A read-only disk with a few files in one folder and its {@code content}. It is cheap enough for millions of cases.
 */
record FilesInMemory(Map<Path, byte[]> files) implements Disk {
    static final Path SITE = Path.of("/site");
    static final Path CONTENT = SITE.resolve("content");

    @Override
    public List<DiskEntry> list(Path folder) {
        return files.keySet().stream()
                .filter(file -> folder.equals(file.getParent()))
                .sorted()
                .flatMap(file -> entry(file).stream())
                .toList();
    }

    @Override
    public Optional<DiskEntry> entry(Path path) {
        var name = String.valueOf(path.getFileName());
        if (path.equals(SITE) || path.equals(CONTENT)) {
            return Optional.of(new DiskEntry(name, DiskEntry.Kind.FOLDER, false, new FileStamp(Instant.EPOCH, 0)));
        }
        return Optional.ofNullable(files.get(path))
                .map(bytes ->
                        new DiskEntry(name, DiskEntry.Kind.FILE, false, new FileStamp(Instant.EPOCH, bytes.length)));
    }

    @Override
    public Optional<Path> realPath(Path path) {
        return entry(path).map(found -> path);
    }

    @Override
    public Optional<Object> identity(Path path) {
        return Optional.of(path);
    }

    @Override
    public Set<Path> foldersOfLinks(Collection<Path> paths) {
        return Set.of();
    }

    @Override
    public boolean isConcurrent() {
        return false;
    }

    @Override
    public byte[] read(Path file, long atMost) throws NoSuchFileException {
        var bytes = files.get(file);
        if (bytes == null) {
            throw new NoSuchFileException(file.toString());
        }
        return bytes;
    }

    @Override
    public void replace(Path file, byte[] bytes, Instant modified) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void touch(Path file, Instant modified) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void makeFolder(Path folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Closeable> lock(Path file) {
        throw new UnsupportedOperationException();
    }
}
