package org.feedside.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import picocli.CommandLine.Option;

/** The options about a site's configuration. */
final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The site's configuration file (default: zola.toml or config.toml in SITE).")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The site's public URL; overrides base_url of the configuration.")
    private Optional<String> baseUrl = Optional.empty();

    SiteFolder folder(Path site) {
        return new SiteFolder(normalized(site), config, baseUrl);
    }

    /** Returns the normalized path; the current folder is ".". */
    static Path normalized(Path site) {
        var folder = site.normalize();
        return folder.toString().isEmpty() ? Path.of(".") : folder;
    }

    static BuildOptions buildOptions(boolean drafts) {
        return new BuildOptions(drafts, ZoneId.systemDefault());
    }
}
