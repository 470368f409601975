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

/** Lets most posts go at once, if that is what the operator wants. */
public final class AcceptChanges {
    private AcceptChanges() {}

    /**
     * Leaves the word that the posts are as they should be, for the service that runs or the next build.
     *
     * @return how many posts there are now, or why the word could not be left
     */
    public static Parsed<Integer> of(Disk disk, SiteFolder folder, Path feedsFolder, BuildOptions manner, Instant now) {
        var configuration = folder.read(disk);
        if (configuration.value().isEmpty()) {
            return Parsed.failed(configuration.problems());
        }
        try {
            return leave(disk, configuration.value().get(), feedsFolder, manner, now);
        } catch (IOException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(feedsFolder.toString()),
                    "the posts cannot be listed, or the word not be left here (%s): look at the permissions"
                            .formatted(e)));
        }
    }

    private static Parsed<Integer> leave(
            Disk disk, Configuration configuration, Path feedsFolder, BuildOptions manner, Instant now)
            throws IOException {
        if (disk.entry(feedsFolder).isEmpty()) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(feedsFolder.toString()),
                    "nothing was published here, so nothing can go: name the folder of the feeds with --feeds"));
        }
        var content = new ContentFolder(disk, configuration);
        var library = Library.of(content, now);
        new AcceptFile(disk, feedsFolder).leave(new FolderListing(library.stamps()), now);
        return Parsed.of(
                SiteReading.site(library, configuration, manner, now).posts().size(), List.of());
    }
}
