package org.feedside.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.refreshing.ServiceOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that publish feeds. */
final class FeedsOption {
    @Mixin
    private FeedsFolderOption feeds = new FeedsFolderOption();

    @Option(
            names = "--accept-new-ids",
            description = {
                "Publish posts even if their ids differ from the published ones, so that all subscribers "
                        + "see them again as new. `feedside import` keeps the old ids instead."
            })
    private boolean acceptsNewIds;

    boolean isFolderGiven() {
        return feeds.isGiven();
    }

    Path folder(SiteFolder site) {
        return feeds.folder(site);
    }

    /**
     * Returns the options of a service that publishes a site in a folder.
     *
     * @param acceptsShrink whether most posts may disappear
     */
    ServiceOptions options(
            SiteOptions site, Path folder, ServiceConfig settings, boolean acceptsShrink, Progress progress) {
        return new ServiceOptions(
                new SystemDisk(),
                Clock.systemUTC(),
                site.folder(),
                folder,
                site.buildOptions(),
                settings,
                acceptsNewIds,
                acceptsShrink,
                progress,
                RenderWatch.NONE);
    }
}
