package org.feedside.publishing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.FileStamp;
import org.feedside.base.disk.PathText;
import org.feedside.base.text.PrintableText;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.PublishedState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that holds every document as a file at the path of its URL. The next start and static servers read it. */
public final class FeedsFolder {
    private static final Logger LOG = LoggerFactory.getLogger(FeedsFolder.class);
    private static final long MAX_FILE_BYTES = 1L << 30;

    private final Disk disk;
    private final Path root;

    /** The version of each file that is known to be written. */
    private final Map<String, Version> inPlace = new ConcurrentHashMap<>();

    private Optional<FileStamp> writtenManifest = Optional.empty();

    public FeedsFolder(Disk disk, Path root) {
        this.disk = disk;
        this.root = root;
    }

    /** A version of a document. The same bytes may return later with a newer time. */
    private record Version(String tag, Instant lastModified) {
        static Version of(Document document) {
            return new Version(
                    document.identity().entityTag(), document.lastModified().orElseThrow());
        }
    }

    public Path root() {
        return root;
    }

    private Path file(String path) throws IOException {
        return PathText.resolve(root, path).orElseThrow(() -> new IOException("the locale cannot encode the name"));
    }

    public record StoredFile(Bytes bytes, Instant modified) {}

    /** Returns the file at a path of the folder; empty if it is missing or unreadable. */
    public Optional<StoredFile> find(String path) {
        try {
            var file = file(path);
            var entry = disk.entry(file);
            if (entry.filter(DiskEntry::isFile).isEmpty()) {
                return Optional.empty();
            }
            var modified = entry.get().stamp().modified().truncatedTo(ChronoUnit.SECONDS);
            return Optional.of(new StoredFile(Bytes.of(disk.read(file, MAX_FILE_BYTES)), modified));
        } catch (IOException e) {
            // An unreadable file is treated as missing: it is written again, and that attempt reports the error.
            return Optional.empty();
        }
    }

    /** Returns the files at these paths by path, without those that are missing or unreadable. */
    public Map<String, StoredFile> find(Collection<String> paths) {
        var found = new HashMap<String, StoredFile>();
        paths.forEach(path -> find(path).ifPresent(file -> found.put(path, file)));
        return found;
    }

    /** Returns the documents whose files match the state. They can be served at once. */
    public List<Document> intact(PublishedState state) {
        var known = state.documents().values();
        return (disk.isConcurrent() ? known.parallelStream() : known.stream())
                .flatMap(document -> findIntact(document).stream())
                .toList();
    }

    /** Returns the document if its file matches the state. Thread-safe. */
    public Optional<Document> findIntact(DocumentState known) {
        var file = find(known.file().path()).filter(found -> isAsPublished(found, known));
        var document = file.map(found -> Document.of(known, found.bytes()));
        if (file.filter(found -> found.modified().equals(known.lastModified())).isPresent()) {
            document.ifPresent(written -> inPlace.put(written.path(), Version.of(written)));
        }
        return document;
    }

    /** Whether the file is intact: a power cut may truncate it. */
    private static boolean isAsPublished(StoredFile found, DocumentState known) {
        return found.bytes().digest().equals(known.digest());
    }

    /** Writes the documents that are not written yet, and returns why some cannot be: they are tried again. */
    public List<Diagnostic> write(Snapshot snapshot) {
        // A full disk is reported once, not once for each feed.
        var problems = new TreeMap<String, Diagnostic>();
        for (var document : snapshot.documents()) {
            var version = Version.of(document);
            if (version.equals(inPlace.get(document.path()))) {
                continue;
            }
            try {
                disk.replace(file(document.path()), document.identity().bytes().toArray(), version.lastModified());
                // Recorded after the write, so that a failed write is repeated next time.
                inPlace.put(document.path(), version);
            } catch (IOException e) {
                var problem = problem(document.path(), e);
                problems.putIfAbsent(problem.place() + FailureReason.of(e), problem);
            }
        }
        return List.copyOf(problems.values());
    }

    /** Writes the manifest if the file differs, after the documents that it lists; returns why it cannot be written. */
    public List<Diagnostic> writeManifest(ManifestDocument document, Instant now) {
        var manifest = document.bytes();
        try {
            var file = file(Manifest.PATH);
            var known = find(Manifest.PATH);
            if (known.filter(found -> found.bytes().equals(manifest)).isPresent()) {
                writtenManifest = known.map(found -> new FileStamp(found.modified(), manifest.size()));
                return List.of();
            }
            // Static servers make their entity tags of the size and the time, which therefore always increases.
            var time = known.map(found -> found.modified().plusSeconds(1))
                    .filter(later -> later.isAfter(now))
                    .orElse(now)
                    .truncatedTo(ChronoUnit.SECONDS);
            disk.replace(file, manifest.toArray(), time);
            writtenManifest = Optional.of(new FileStamp(time, manifest.size()));
            return List.of();
        } catch (IOException e) {
            return List.of(problem(Manifest.PATH, e));
        }
    }

    /** Whether nobody deleted or changed the manifest since it was written. */
    public boolean hasWrittenManifest() {
        return writtenManifest.filter(stamp -> hasStamp(Manifest.PATH, stamp)).isPresent();
    }

    private Diagnostic problem(String path, IOException e) {
        var found = PathText.resolve(root, path);
        if (found.isEmpty()) {
            return Code.FEEDS_FOLDER.error(
                    root,
                    "feeds with names such as %s cannot be written in this locale: set LC_ALL=C.UTF-8".formatted(path));
        }
        var file = found.get();
        if (e instanceof FileAlreadyExistsException inTheWay) {
            return Code.FEEDS_FOLDER.error(
                    inTheWay.getFile(),
                    "a file is in the place of a folder of feeds: move it away; the next refresh writes the feeds");
        }
        if (isFolder(file)) {
            return Code.FEEDS_FOLDER.error(
                    file,
                    "a folder is in the place of this feed's file: move it away; the next refresh writes the feed");
        }
        return Code.FEEDS_FOLDER.error(
                root,
                "feeds cannot be written (%s: %s): check disk space and permissions; the next refresh tries again"
                        .formatted(file, FailureReason.of(e)));
    }

    private boolean isFolder(Path file) {
        try {
            return disk.entry(file).filter(DiskEntry::isFolder).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** Notices files that others have deleted or changed, so that {@link #write} replaces them. */
    public void checkFiles(Snapshot snapshot) {
        var documents = snapshot.documents();
        var changed = (disk.isConcurrent() ? documents.parallelStream() : documents.stream())
                .filter(document -> inPlace.containsKey(document.path()) && !isAsWritten(document))
                .map(Document::path)
                .sorted()
                .toList();
        changed.forEach(inPlace::remove);
        if (!changed.isEmpty()) {
            LOG.warn(
                    "another program deleted or changed {} in {}, such as {}: written again",
                    PrintableText.count(changed.size(), "file"),
                    root,
                    changed.get(0));
        }
    }

    private boolean isAsWritten(Document document) {
        var size = document.identity().bytes().size();
        return hasStamp(document.path(), new FileStamp(document.lastModified().orElseThrow(), size));
    }

    private boolean hasStamp(String path, FileStamp stamp) {
        try {
            return disk.entry(file(path))
                    .filter(entry ->
                            entry.isFile() && !entry.isLink() && entry.stamp().equals(stamp))
                    .isPresent();
        } catch (IOException e) {
            // The next write reports the error.
            return false;
        }
    }
}
