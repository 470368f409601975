package org.feedside.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.feedside.config.SiteFolder;
import picocli.CommandLine.Option;

/** Where the feeds go, and how. */
final class FeedsOption {
    @Option(
            names = "--feeds",
            paramLabel = "DIR",
            description = "The folder of the feeds and of what must be remembered (default: SITE/feeds).")
    private Optional<Path> feeds = Optional.empty();

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
        return feeds.orElse(site.folder().resolve("feeds"));
    }
}
