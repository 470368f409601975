package org.feedside.tools.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.config.SiteFolder;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Feeds;
import org.feedside.pipeline.BuildCache;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.LoadedSite;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.SiteReading;

/** Finds a few public URLs of a site to examine: those of the main feed and those of one term's feed. */
public final class PublicFeeds {
    private PublicFeeds() {}

    public static Parsed<List<String>> of(Disk disk, SiteFolder folder, BuildOptions options, Instant now) {
        var loaded = LoadedSite.read(disk, folder, now);
        if (loaded.value().isEmpty()) {
            return Parsed.failed(loaded.problems());
        }
        var configuration = loaded.value().get().configuration();
        var library = loaded.value().get().library();
        var cache = BuildCache.empty(Progress.NONE);
        var reading = SiteReading.of(library, disk, folder.folder(), configuration, options, cache, now);
        return Parsed.of(addresses(reading.feeds()), List.of());
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
