package org.feedside.refreshing.guards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.base.disk.FailureReason;
import org.feedside.base.disk.NotAFileException;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.FolderListing;
import org.feedside.pipeline.LoadedSite;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.SiteInput;
import org.feedside.pipeline.SiteReading;

/** A file in the state folder in which the operator accepts the current posts. The next publication reads it. */
public record AcceptFile(Disk disk, Path feedsFolder) {
    private static final long MAX_BYTES = 1_000;

    /**
     * Records that the operator accepts the current posts, for a running service or the next build.
     *
     * @return the number of posts now, or why the acceptance could not be recorded
     */
    public Parsed<Integer> acceptPosts(SiteFolder folder, BuildOptions options, Instant now) {
        var loaded = LoadedSite.read(disk, folder, now);
        if (loaded.value().isEmpty()) {
            return Parsed.failed(loaded.problems());
        }
        var library = loaded.value().get().library();
        try {
            if (disk.entry(feedsFolder).isEmpty()) {
                return failed(
                        "nothing was published here, so no post can disappear: name the feeds folder with --feeds");
            }
            var digest = new FolderListing(library.stamps()).digest().text() + "\n";
            disk.replace(file(), digest.getBytes(StandardCharsets.UTF_8), now);
        } catch (IOException e) {
            return failed(
                    "the acceptance cannot be written here (%s): check the permissions".formatted(FailureReason.of(e)));
        }
        var site = SiteReading.site(SiteInput.once(loaded.value().get(), disk, folder, options, Progress.NONE, now));
        return Parsed.of(site.posts().size(), List.of());
    }

    /** Returns the folder of the file, to watch for it. */
    public Path folder() {
        return feedsFolder.resolve(".feedside");
    }

    private Path file() {
        return folder().resolve("accept");
    }

    /** Returns the digest of the accepted listing; empty if there is no acceptance. */
    public Optional<FolderListing.FolderDigest> digest() throws IOException {
        try {
            var text = new String(disk.read(file(), MAX_BYTES), StandardCharsets.UTF_8);
            return Optional.of(new FolderListing.FolderDigest(text.strip()));
        } catch (NoSuchFileException | NotAFileException e) {
            return Optional.empty();
        }
    }

    /** Deletes the acceptance after one publication, so that it does not apply to later changes. */
    public void delete() throws IOException {
        disk.delete(file());
    }

    private Parsed<Integer> failed(String message) {
        return Parsed.failed(Code.FEEDS_FOLDER.error(feedsFolder, message));
    }
}
