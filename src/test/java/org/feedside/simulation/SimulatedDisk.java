package org.feedside.simulation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FileChanges;
import org.feedside.base.disk.FileStamp;
import org.feedside.base.disk.FileTooLargeException;
import org.feedside.base.disk.NotAFileException;
import org.feedside.publishing.Bytes;

/**
 * A disk in memory that can be full, fail to read, hide files, have links that lead nowhere and named pipes, and lose
 * the latest writes in a power cut.
 */
final class SimulatedDisk implements Disk {
    /** Writes older than this have reached the disk for certain. */
    private static final Duration WRITTEN_OUT = Duration.ofSeconds(30);

    private final Supplier<Duration> elapsed;
    private final TreeMap<Path, Content> files = new TreeMap<>();
    private final TreeMap<Path, Boolean> folders = new TreeMap<>();
    private final Map<Path, Replaced> replaced = new HashMap<>();

    /** What is at some paths in place of the file or folder there. */
    private final Map<Path, DiskEntry.Kind> kinds = new HashMap<>();

    private final Gaps gaps = new Gaps();
    private Random chance = new Random(0);
    private int unreadable;
    private int unlistable;
    private boolean full;
    private boolean stateFull;
    private long revision;
    private Runnable onRead = () -> {};
    private final Set<Path> changed = new HashSet<>();
    private int operationsToCrash;
    private int operationsToMeanwhile;
    private Runnable meanwhile = () -> {};
    private final Map<String, Integer> injected = new TreeMap<>();

    SimulatedDisk(Supplier<Duration> elapsed) {
        this.elapsed = elapsed;
    }

    private record Content(Bytes bytes, Instant modified) {}

    private record Replaced(Optional<Content> before, Duration at) {}

    /** Returns a disk with the same files and without faults. */
    SimulatedDisk copy() {
        var copy = new SimulatedDisk(elapsed);
        copy.files.putAll(files);
        copy.folders.putAll(folders);
        copy.kinds.putAll(kinds);
        return copy;
    }

    /** Returns the number of injected faults by kind. */
    Map<String, Integer> injected() {
        return injected;
    }

    // Operations of the author, which never fail.

    /** Returns a number that grows with each operation of the author. */
    long revision() {
        return revision;
    }

    private void changed(Path path) {
        revision++;
        changed.add(path);
    }

    /** Returns the author's changes since the last call. */
    FileChanges takeChanges() {
        var changes = new FileChanges(Optional.of(changed));
        changed.clear();
        return changes;
    }

    /** Returns the files that a listing of the content folder shows, with their times; empty if the folder is missing. */
    Optional<Map<Path, Instant>> posts() {
        if (!folders.containsKey(Author.CONTENT)) {
            return Optional.empty();
        }
        var posts = new TreeMap<Path, Instant>();
        files.forEach((file, content) -> {
            if (file.startsWith(Author.CONTENT) && isReached(file) && kinds.get(file) != DiskEntry.Kind.NOWHERE) {
                posts.put(file, content.modified());
            }
        });
        return Optional.of(posts);
    }

    void put(Path file, byte[] bytes, Instant modified) {
        changed(file);
        gaps.written(file);
        makeFolder(parent(file));
        files.put(file, new Content(Bytes.of(bytes.clone()), modified));
    }

    Optional<Bytes> bytes(Path file) {
        return Optional.ofNullable(files.get(file)).map(Content::bytes);
    }

    Optional<Instant> modified(Path file) {
        return Optional.ofNullable(files.get(file)).map(Content::modified);
    }

    /** Returns the files in a folder and the folders in it. */
    List<Path> files(Path folder) {
        return files.keySet().stream().filter(file -> file.startsWith(folder)).toList();
    }

    void remove(Path file) {
        changed(file);
        files.remove(file);
    }

    /** Removes a folder with its content and returns the files. */
    Map<Path, Bytes> removeFolder(Path folder) {
        changed(folder);
        var removed = new TreeMap<Path, Bytes>();
        files.forEach((path, content) -> {
            if (path.startsWith(folder)) {
                removed.put(path, content.bytes());
            }
        });
        files.keySet().removeIf(path -> path.startsWith(folder));
        folders.keySet().removeIf(path -> path.startsWith(folder));
        return removed;
    }

    boolean has(Path folder) {
        return folders.containsKey(folder);
    }

    /** Puts a link that leads nowhere or a named pipe in place of a file or folder, or puts that back. */
    void setKind(Path path, DiskEntry.Kind kind) {
        changed(path);
        kinds.put(path, kind);
    }

    /** Takes a file or folder away for a moment. */
    void hide(Path path) {
        changed(path);
        gaps.add(path);
    }

    Gaps gaps() {
        return gaps;
    }

    // Faults.

    /** Sets an action to run before each read operation of the service. */
    void onRead(Runnable action) {
        onRead = action;
    }

    /** Makes the given percentages of reads and lists fail, drawn from a seed. */
    void setFaults(int reads, int lists, boolean isFull, int seed) {
        unreadable = reads;
        unlistable = lists;
        full = isFull;
        stateFull = isFull && seed % 2 == 0;
        chance = new Random(seed);
    }

    /** Whether files and entries may be unreadable. */
    boolean mayFailToRead() {
        return unreadable > 0;
    }

    boolean hasFaults() {
        return unreadable > 0 || unlistable > 0 || !gaps.isEmpty();
    }

    /** Whether the state cannot be stored. On a full disk sometimes only the feeds cannot be written. */
    boolean isStateFull() {
        return stateFull;
    }

    /** Ends the process at the n-th write from now. */
    void crashAt(int writes) {
        operationsToCrash = writes;
    }

    /** Runs an action during a scan, at the n-th read operation from now. */
    void meanwhile(int operations, Runnable action) {
        operationsToMeanwhile = operations;
        meanwhile = action;
    }

    /** Leaves each recently replaced file with its old content, its new content, a part of it, or empty. */
    void losePower(Random random) {
        replaced.forEach((file, last) -> {
            if (elapsed.get().minus(last.at()).compareTo(WRITTEN_OUT) > 0 || !files.containsKey(file)) {
                return;
            }
            var now = files.get(file);
            switch (random.nextInt(4)) {
                case 0 -> last.before().ifPresentOrElse(before -> files.put(file, before), () -> files.remove(file));
                case 1 -> tear(file, now, now.bytes().size() / 2);
                case 2 -> tear(file, now, 0);
                default -> {}
            }
        });
        replaced.clear();
    }

    private void tear(Path file, Content content, int length) {
        count("torn file");
        var bytes = Arrays.copyOf(content.bytes().toArray(), length);
        files.put(file, new Content(Bytes.of(bytes), content.modified()));
    }

    /** Deletes or cuts some of the feeds, as another program does: the author's events do not show it. */
    void damage(Path folder, int seed) {
        var state = folder.resolve(".feedside");
        var random = new Random(seed);
        for (var file : new TreeMap<>(files).entrySet()) {
            var path = file.getKey();
            if (path.startsWith(folder) && !path.startsWith(state) && random.nextInt(3) == 0) {
                count("damaged feed");
                if (random.nextBoolean()) {
                    files.remove(path);
                } else {
                    tear(path, file.getValue(), 1);
                }
            }
        }
    }

    void count(String fault) {
        injected.merge(fault, 1, Integer::sum);
    }

    /** Counts a write and ends the process at the selected one. */
    void write() {
        if (operationsToCrash > 0 && --operationsToCrash == 0) {
            count("crash in a write");
            throw new Crash();
        }
    }

    private void beforeRead() {
        onRead.run();
        if (operationsToMeanwhile > 0 && --operationsToMeanwhile == 0) {
            count("change during a scan");
            meanwhile.run();
        }
    }

    private void fail(int percent, String fault, Path path) throws IOException {
        if (percent > 0 && chance.nextInt(100) < percent) {
            count(fault);
            throw new AccessDeniedException(path.toString());
        }
    }

    private void checkSpace() throws IOException {
        if (full) {
            count("disk full");
            throw new IOException("No space left on device");
        }
    }

    // Operations of the service.

    @Override
    public List<DiskEntry> list(Path folder) throws IOException {
        beforeRead();
        fail(unlistable, "unlistable folder", folder);
        if (at(folder).filter(DiskEntry::isFolder).isEmpty()) {
            throw new NoSuchFileException(folder.toString());
        }
        var children = new TreeSet<Path>();
        for (var path : files.tailMap(folder, false).keySet()) {
            if (!path.startsWith(folder)) {
                break;
            }
            children.add(path);
        }
        children.addAll(folders.keySet());
        return children.stream()
                .filter(child -> folder.equals(child.getParent()))
                .flatMap(child -> at(child).stream())
                .sorted(Comparator.comparing(DiskEntry::name))
                .toList();
    }

    @Override
    public Optional<DiskEntry> entry(Path path) throws IOException {
        beforeRead();
        fail(unreadable, "unreadable entry", path);
        return at(path);
    }

    private Optional<DiskEntry> at(Path path) {
        var file = Optional.ofNullable(files.get(path));
        if (!isReached(path) || gaps.hide(path) || (file.isEmpty() && !folders.containsKey(path))) {
            return Optional.empty();
        }
        var usual = file.isPresent() ? DiskEntry.Kind.FILE : DiskEntry.Kind.FOLDER;
        var kind = isReplaced(path) ? kinds.getOrDefault(path, usual) : usual;
        var stamp = file.filter(content -> kind == DiskEntry.Kind.FILE)
                .map(content ->
                        new FileStamp(content.modified(), content.bytes().size()))
                .orElse(new FileStamp(Instant.EPOCH, 0));
        return Optional.of(new DiskEntry(name(path), kind, kind == DiskEntry.Kind.NOWHERE, stamp));
    }

    private boolean isReached(Path path) {
        return kinds.keySet().stream()
                .filter(other -> !other.equals(path) && path.startsWith(other))
                .noneMatch(this::isReplaced);
    }

    private boolean isReplaced(Path path) {
        var kind = kinds.get(path);
        return kind == DiskEntry.Kind.NOWHERE || kind == DiskEntry.Kind.SPECIAL;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    @Override
    public Optional<Path> realPath(Path path) throws IOException {
        fail(unreadable, "unreadable entry", path);
        return at(path).filter(entry -> entry.kind() != DiskEntry.Kind.NOWHERE).map(entry -> path);
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
    public byte[] read(Path file, long atMost) throws IOException {
        beforeRead();
        var entry = at(file).orElseThrow(() -> new NoSuchFileException(file.toString()));
        if (!entry.isFile()) {
            throw new NotAFileException(entry.kind());
        }
        var content = Optional.ofNullable(files.get(file)).orElseThrow();
        fail(unreadable, "unreadable file", file);
        if (content.bytes().size() > atMost) {
            throw new FileTooLargeException(file.toString());
        }
        return content.bytes().toArray();
    }

    @Override
    public void replace(Path file, byte[] bytes, Instant modified) throws IOException {
        checkSpace();
        // A kill at this write cannot be told from a post that ends the process, and no post does so here.
        if (!file.endsWith("rendering")) {
            write();
        }
        makeFolder(parent(file));
        replaced.put(file, new Replaced(Optional.ofNullable(files.get(file)), elapsed.get()));
        files.put(file, new Content(Bytes.of(bytes.clone()), modified));
    }

    @Override
    public void touch(Path file, Instant modified) throws IOException {
        write();
        files.computeIfPresent(file, (f, content) -> new Content(content.bytes(), modified));
    }

    @Override
    public void delete(Path file) throws IOException {
        if (files.containsKey(file)) {
            write();
            files.remove(file);
        }
    }

    @Override
    public void makeFolder(Path folder) {
        Optional<Path> next = Optional.of(folder);
        while (next.isPresent()) {
            folders.put(next.get(), true);
            next = Optional.ofNullable(next.get().getParent());
        }
    }

    @Override
    public boolean isConcurrent() {
        return false;
    }

    @Override
    public Optional<Closeable> lock(Path file) {
        return Optional.of(() -> {});
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }
}
