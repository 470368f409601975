package org.feedside.refreshing.guards;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.config.Configuration;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.Library;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.FolderListing;
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
        var configuration = folder.read(disk);
        if (configuration.value().isEmpty()) {
            return Parsed.failed(configuration.problems());
        }
        try {
            return accept(disk, configuration.value().get(), feedsFolder, options, now);
        } catch (IOException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(feedsFolder.toString()),
                    "the posts cannot be listed or the acceptance cannot be written here (%s): check the permissions"
                            .formatted(e)));
        }
    }

    private static Parsed<Integer> accept(
            Disk disk, Configuration configuration, Path feedsFolder, BuildOptions options, Instant now)
            throws IOException {
        if (disk.entry(feedsFolder).isEmpty()) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(feedsFolder.toString()),
                    "nothing was published here, so no post can disappear: name the feeds folder with --feeds"));
        }
        var content = new ContentFolder(disk, configuration);
        var library = Library.of(content, now);
        new AcceptFile(disk, feedsFolder).write(new FolderListing(library.stamps()), now);
        return Parsed.of(
                SiteReading.site(library, configuration, options, now).posts().size(), List.of());
    }
}
