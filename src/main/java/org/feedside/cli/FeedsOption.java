package org.feedside.cli;

import java.nio.file.Path;
import org.feedside.config.SiteFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the feeds go, and how. */
final class FeedsOption {
    @Mixin
    private FeedsFolderOption feeds = new FeedsFolderOption();

    @Option(
            names = "--accept-new-ids",
            description = {
                "Go on although posts get other ids than those by which readers know them, so that "
                        + "all subscribers see them again as new. `feedside import` keeps the ids instead."
            })
    private boolean acceptsNewIds;

    boolean acceptsNewIds() {
        return acceptsNewIds;
    }

    Path folder(SiteFolder site) {
        return feeds.folder(site);
    }
}
