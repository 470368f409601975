package org.feedside.refreshing.guards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.feedside.base.disk.Disk;
import org.feedside.pipeline.FolderListing;

/** A file in the state folder in which the operator accepts the current posts. The next publication reads it. */
public final class AcceptFile {
    private static final long MAX_BYTES = 1_000;

    private final Disk disk;
    private final Path file;

    public AcceptFile(Disk disk, Path feedsFolder) {
        this.disk = disk;
        this.file = feedsFolder.resolve(".feedside").resolve("accept");
    }

    /** Returns the folder of the file, to watch for it. */
    public Path folder() {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    /** Returns the digest of the accepted listing; empty if there is no acceptance. */
    public Optional<FolderListing.FolderDigest> digest() throws IOException {
        try {
            var text = new String(disk.read(file, MAX_BYTES), StandardCharsets.UTF_8);
            return Optional.of(new FolderListing.FolderDigest(text.strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(FolderListing listing, Instant now) throws IOException {
        disk.replace(file, (listing.digest().text() + "\n").getBytes(StandardCharsets.UTF_8), now);
    }

    /** Deletes the acceptance after one publication, so that it does not apply to later changes. */
    public void delete() throws IOException {
        disk.delete(file);
    }
}
