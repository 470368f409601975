package org.feedside.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.feedside.config.SiteFolder;
import picocli.CommandLine.Option;

/** The option for the folder of the feeds. */
final class FeedsFolderOption {
    @Option(
            names = "--feeds",
            paramLabel = "DIR",
            description = "The folder of the feeds and of the state (default: SITE/feeds).")
    private Optional<Path> feeds = Optional.empty();

    boolean isGiven() {
        return feeds.isPresent();
    }

    Path folder(SiteFolder site) {
        return feeds.orElse(site.folder().resolve("feeds"));
    }
}
