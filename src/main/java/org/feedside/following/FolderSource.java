package org.feedside.following;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.DiskEntry;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.PathText;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.DocumentState;

/** The feeds folder of another Feedside, or a copy of it. */
public record FolderSource(Disk disk, Path root) implements Source {
    @Override
    public Optional<Found> manifest(Optional<String> tag) throws IOException {
        var file = file(Manifest.PATH);
        var current = disk.entry(file).map(DiskEntry::stamp).map(String::valueOf);
        return current.isPresent() && current.equals(tag)
                ? Optional.empty()
                // A file that is replaced after its stamp was taken is read again next time.
                : Optional.of(new Found(read(file), current));
    }

    @Override
    public Bytes document(DocumentState document) throws IOException {
        return read(file(document.file().path()));
    }

    private Path file(String path) throws IOException {
        return PathText.resolve(root, path)
                .orElseThrow(() -> new IOException("the locale cannot encode %s: set LC_ALL=C.UTF-8".formatted(path)));
    }

    private Bytes read(Path file) throws IOException {
        try {
            return Bytes.of(disk.read(file, Manifest.MAX_BYTES));
        } catch (NoSuchFileException e) {
            throw new IOException("%s does not exist".formatted(file), e);
        } catch (IOException e) {
            throw new IOException("%s cannot be read (%s)".formatted(file, FailureReason.of(e)), e);
        }
    }
}
