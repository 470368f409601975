package org.feedside.refreshing.guards;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.FolderListing;
import org.feedside.pipeline.LoadedSite;
import org.feedside.pipeline.SiteReading;

/** Accepts that most posts disappear at once. */
public final class AcceptChanges {
    private AcceptChanges() {}

    /**
     * Records that the operator accepts the current posts, for a running service or the next build.
     *
     * @return the number of posts now, or why the acceptance could not be recorded
     */
    public static Parsed<Integer> of(
            Disk disk, SiteFolder folder, Path feedsFolder, BuildOptions options, Instant now) {
        var loaded = LoadedSite.read(disk, folder, now);
        if (loaded.value().isEmpty()) {
            return Parsed.failed(loaded.problems());
        }
        var library = loaded.value().get().library();
        try {
            if (disk.entry(feedsFolder).isEmpty()) {
                return failed(
                        feedsFolder,
                        "nothing was published here, so no post can disappear: name the feeds folder with --feeds");
            }
            new AcceptFile(disk, feedsFolder).write(new FolderListing(library.stamps()), now);
        } catch (IOException e) {
            return failed(
                    feedsFolder, "the acceptance cannot be written here (%s): check the permissions".formatted(e));
        }
        var site = SiteReading.site(library, loaded.value().get().configuration(), options, now);
        return Parsed.of(site.posts().size(), List.of());
    }

    private static Parsed<Integer> failed(Path feedsFolder, String message) {
        return Parsed.failed(Diagnostic.error(Place.startOf(feedsFolder.toString()), message));
    }
}
