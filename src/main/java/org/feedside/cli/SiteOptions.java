package org.feedside.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.feedside.config.SiteFolder;
import org.feedside.refreshing.Manner;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command must know of a site. */
final class SiteOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = {
                "The folder with zola.toml or config.toml and content, or with a feedside.toml",
                "that names the site of other posts (default: this one)."
            })
    private Path site = Path.of(".");

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

    @Option(names = "--drafts", description = "Show drafts too. For a look in private: never in public feeds.")
    private boolean drafts;

    SiteFolder folder() {
        var folder = site.normalize();
        return new SiteFolder(folder.toString().isEmpty() ? Path.of(".") : folder, config, baseUrl);
    }

    Manner manner() {
        return new Manner(drafts, ZoneId.systemDefault());
    }
}
