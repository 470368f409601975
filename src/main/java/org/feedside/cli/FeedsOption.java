package org.feedside.cli;

import java.nio.file.Path;
import org.feedside.config.SiteFolder;
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

    boolean acceptsNewIds() {
        return acceptsNewIds;
    }

    Path folder(SiteFolder site) {
        return feeds.folder(site);
    }
}
