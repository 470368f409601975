package org.feedside.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import org.feedside.base.disk.Disk;
import org.feedside.config.Configuration;
import org.feedside.config.SiteFolder;
import org.feedside.content.Library;
import org.feedside.publishing.state.PublishedState;

/**
 * What a site is read from.
 *
 * @param folder the folder of the site
 * @param before what is published now
 */
public record SiteInput(
        Library library,
        Disk disk,
        Path folder,
        Configuration configuration,
        BuildOptions options,
        BuildCache cache,
        PublishedState before,
        Instant now) {
    /** Returns the input of a command that reads a site once. */
    public static SiteInput once(
            LoadedSite loaded, Disk disk, SiteFolder folder, BuildOptions options, Progress progress, Instant now) {
        return new SiteInput(
                loaded.library(),
                disk,
                folder.folder(),
                loaded.configuration(),
                options,
                BuildCache.empty(progress),
                PublishedState.NONE,
                now);
    }
}
