package org.feedside.publishing;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.publishing.state.DocumentState;
import org.feedside.publishing.state.PublishedState;

/** The folder that holds every document as a file, at the path of its URL, for the next start and for static servers. */
public final class FeedsFolder {
    private static final long MOST_BYTES = 1L << 30;

    private final Disk disk;
    private final Path root;

    /** The versions whose files are known to be in place. */
    private final Map<String, Version> inPlace = new HashMap<>();

    public FeedsFolder(Disk disk, Path root) {
        this.disk = disk;
        this.root = root;
    }

    /** A version of a document; one may come again after another, with a later time. */
    private record Version(String tag, Instant lastModified) {
        static Version of(Document document) {
            return new Version(
                    document.identity().entityTag(), document.lastModified().orElseThrow());
        }
    }

    /** Where a document's file is. */
    public Path file(String path) {
        return root.resolve(path);
    }

    /** A file as it lies there. */
    public record Found(Bytes bytes, Instant modified) {}

    /** The file at a path of the folder; nothing if it is not there or cannot be read. */
    public Optional<Found> find(String path) {
        try {
            var file = root.resolve(path);
            var entry = disk.entry(file);
            if (entry.isEmpty() || entry.get().isFolder()) {
                return Optional.empty();
            }
            var modified = entry.get().stamp().modified().truncatedTo(ChronoUnit.SECONDS);
            return Optional.of(new Found(Bytes.of(disk.read(file, MOST_BYTES)), modified));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // As good as not there: it is written again, and that says what is wrong.
            return Optional.empty();
        }
    }

    /** The documents whose files are still those that the state knows: these can be served at once. */
    public List<Document> agreeing(PublishedState state) {
        var known = state.documents().values();
        var agreeing = (disk.isConcurrent() ? known.parallelStream() : known.stream())
                .flatMap(document -> agreeing(document).stream())
                .toList();
        for (var one : agreeing) {
            if (one.document().lastModified().equals(Optional.of(one.modified()))) {
                inPlace.put(one.document().path(), Version.of(one.document()));
            }
        }
        return agreeing.stream().map(Agreeing::document).toList();
    }

    /** A document as its file lies there, and when that was written. */
    private record Agreeing(Document document, Instant modified) {}

    private Optional<Agreeing> agreeing(DocumentState known) {
        return find(known.file().path())
                .filter(found -> isAsPublished(found, known))
                .map(found -> new Agreeing(Document.of(known, found.bytes()), found.modified()));
    }

    /** Whether the file is complete: a power cut may leave one that is cut off. */
    private static boolean isAsPublished(Found found, DocumentState known) {
        return found.bytes().digest().equals(known.digest());
    }

    /** The document, if its file is still the one that the state knows; by any thread. */
    public Optional<Document> find(DocumentState known) {
        return agreeing(known).map(Agreeing::document);
    }

    /** Writes the documents that are not in place yet; what cannot be written is reported and tried the next time. */
    public List<Diagnostic> write(Snapshot snapshot) {
        var reasons = new TreeMap<String, String>();
        for (var document : snapshot.documents()) {
            var version = Version.of(document);
            if (version.equals(inPlace.get(document.path()))) {
                continue;
            }
            try {
                writeFile(document, version);
            } catch (IOException e) {
                reasons.putIfAbsent(kind(e), reason(e));
            }
        }
        // One line for a full disk, however many feeds there are.
        return reasons.values().stream()
                .map(reason -> Diagnostic.error(
                        Place.startOf(root.toString()),
                        "feeds cannot be written (%s): look at space and permissions; it is tried again"
                                .formatted(reason)))
                .toList();
    }

    private void writeFile(Document document, Version version) throws IOException {
        disk.replace(file(document.path()), document.identity().bytes().toArray(), version.lastModified());
        // Only now: a file whose write failed is written again next time.
        inPlace.put(document.path(), version);
    }

    private static String kind(IOException e) {
        return hasReason(e) ? reason(e) : e.getClass().getName();
    }

    /** What the system said; the file only where it said nothing else, as another may be the first the next time. */
    private static String reason(IOException e) {
        if (e instanceof FileSystemException failure) {
            return hasReason(e)
                    ? failure.getReason()
                    : "%s: %s".formatted(e.getClass().getSimpleName(), failure.getFile());
        }
        return String.valueOf(e.getMessage());
    }

    private static boolean hasReason(IOException e) {
        return !(e instanceof FileSystemException failure) || failure.getReason() != null;
    }
}
