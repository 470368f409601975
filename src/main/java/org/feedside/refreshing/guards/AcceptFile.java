package org.feedside.refreshing.guards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.feedside.base.disk.Disk;
import org.feedside.pipeline.FolderListing;

/** The operator's word that the posts are as they should be, left in the state folder for whoever publishes next. */
public final class AcceptFile {
    private static final long MOST_BYTES = 1_000;

    private final Disk disk;
    private final Path file;

    public AcceptFile(Disk disk, Path feedsFolder) {
        this.disk = disk;
        this.file = feedsFolder.resolve(".feedside").resolve("accept");
    }

    /** Where the word is left, so that its coming can be noticed. */
    public Path folder() {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    /** The folder of posts that was accepted, if one was. */
    public Optional<FolderListing.Word> word() throws IOException {
        try {
            var text = new String(disk.read(file, MOST_BYTES), StandardCharsets.UTF_8);
            return Optional.of(new FolderListing.Word(text.strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void leave(FolderListing look, Instant now) throws IOException {
        disk.replace(file, (look.word().text() + "\n").getBytes(StandardCharsets.UTF_8), now);
    }

    /** A word is good for one publication: an old one must not be taken for a new one. */
    public void forget() throws IOException {
        disk.delete(file);
    }
}
