package org.feedside.following;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.PathText;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Manifest;

/**
 * Holds the changed documents of a publication, and its manifest, from before it is in the state until its files are
 * written. After a crash in between, a follower continues from here if its source is away.
 */
record Staging(Disk disk, Path folder) {
    Source source() {
        return new FolderSource(disk, folder);
    }

    /** Writes documents and the manifest; returns why they cannot be written. */
    List<Diagnostic> write(Map<String, Bytes> documents, Bytes manifest, Instant now) {
        try {
            for (var document : documents.entrySet()) {
                write(document.getKey(), document.getValue(), now);
            }
            write(Manifest.PATH, manifest, now);
            return List.of();
        } catch (IOException e) {
            return List.of(Code.FEEDS_FOLDER.error(
                    folder,
                    "cannot be written (%s), so a crash now would lose documents until the source can be read: check disk space and permissions"
                            .formatted(FailureReason.of(e))));
        }
    }

    private void write(String path, Bytes bytes, Instant now) throws IOException {
        var file = PathText.resolve(folder, path);
        if (file.isPresent()) {
            disk.replace(file.get(), bytes.toArray(), now);
        }
    }

    /** Deletes what was written. */
    void clear() throws IOException {
        clear(folder);
    }

    private void clear(Path inner) throws IOException {
        try {
            for (var entry : disk.list(inner)) {
                var path = inner.resolve(entry.name());
                if (entry.isFolder() && !entry.isLink()) {
                    clear(path);
                } else {
                    disk.delete(path);
                }
            }
        } catch (NoSuchFileException e) {
            // Nothing was written yet.
            return;
        }
    }
}
