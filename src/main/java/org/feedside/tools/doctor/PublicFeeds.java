package org.feedside.tools.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.Disk;
import org.feedside.config.Configuration;
import org.feedside.config.SiteFolder;
import org.feedside.content.ContentFolder;
import org.feedside.content.Library;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Feeds;
import org.feedside.pipeline.BuildCache;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.SiteReading;

/** Finds a few public URLs of a site to examine: those of the main feed and those of one term's feed. */
public final class PublicFeeds {
    private PublicFeeds() {}

    public static Parsed<List<String>> of(Disk disk, SiteFolder folder, BuildOptions options, Instant now) {
        var configuration = folder.read(disk);
        if (configuration.value().isEmpty()) {
            return Parsed.failed(configuration.problems());
        }
        try {
            return Parsed.of(
                    addresses(read(disk, folder.folder(), configuration.value().get(), options, now)), List.of());
        } catch (IOException e) {
            return Parsed.failed(Diagnostic.error(
                    Place.startOf(configuration.value().get().content().toString()),
                    "the posts cannot be listed (%s)".formatted(e)));
        }
    }

    private static Feeds read(Disk disk, Path folder, Configuration configuration, BuildOptions options, Instant now)
            throws IOException {
        var content = new ContentFolder(disk, configuration);
        var library = Library.of(content, now);
        return SiteReading.of(library, disk, folder, configuration, options, BuildCache.empty(Progress.NONE), now)
                .feeds();
    }

    /** The terms are the last groups of the outline. */
    private static List<String> addresses(Feeds feeds) {
        var addresses = new ArrayList<String>();
        feeds.all().stream()
                .findFirst()
                .ifPresent(site -> site.files().stream().map(FeedFile::url).forEach(addresses::add));
        feeds.outline()
                .ifPresent(outline -> outline.groups().stream()
                        .skip(Math.max(0, outline.groups().size() - 1))
                        .map(group -> group.feeds().get(0).url())
                        .forEach(addresses::add));
        return addresses;
    }
}
