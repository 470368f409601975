package org.feedside.tools.doctor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.disk.Disk;
import org.feedside.config.SiteFolder;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Feeds;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.LoadedSite;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.SiteInput;
import org.feedside.pipeline.SiteReading;

/** Finds a few public URLs of a site to examine: those of the main feed and those of one term's feed. */
public final class PublicFeeds {
    private PublicFeeds() {}

    public static Parsed<List<String>> of(Disk disk, SiteFolder folder, BuildOptions options, Instant now) {
        var loaded = LoadedSite.read(disk, folder, now);
        if (loaded.value().isEmpty()) {
            return Parsed.failed(loaded.problems());
        }
        var input = SiteInput.once(loaded.value().get(), disk, folder, options, Progress.NONE, now);
        var reading = SiteReading.of(input);
        return Parsed.of(addresses(reading.feeds()), List.of());
    }

    /** The terms are the last groups of the outline. */
    private static List<String> addresses(Feeds feeds) {
        var main = feeds.all().stream().limit(1).flatMap(feed -> feed.files().stream());
        var terms = feeds.outline().stream()
                .flatMap(outline -> outline.groups().stream()
                        .skip(Math.max(0, outline.groups().size() - 1)));
        return Stream.concat(
                        main.map(FeedFile::url),
                        terms.map(group -> group.feeds().get(0).url()))
                .toList();
    }
}
