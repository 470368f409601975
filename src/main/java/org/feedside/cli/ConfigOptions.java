package org.feedside.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import picocli.CommandLine.Option;

/** How a site's folder is read. */
final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The site's configuration, if it is not zola.toml or config.toml in SITE.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The site's public address, in place of the configuration's base_url.")
    private Optional<String> baseUrl = Optional.empty();

    SiteFolder folder(Path site) {
        return new SiteFolder(normalized(site), config, baseUrl);
    }

    /** A folder as people would write it. */
    static Path normalized(Path site) {
        var folder = site.normalize();
        return folder.toString().isEmpty() ? Path.of(".") : folder;
    }

    static BuildOptions manner(boolean drafts) {
        return new BuildOptions(drafts, ZoneId.systemDefault());
    }
}
