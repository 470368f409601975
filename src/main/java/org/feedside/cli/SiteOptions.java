package org.feedside.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command must know of a site to make its feeds. */
final class SiteOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = {
                "The folder with zola.toml or config.toml and content, or with a feedside.toml "
                        + "that names the site of other posts (default: this one)."
            })
    private Path site = Path.of(".");

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(names = "--drafts", description = "Show drafts too. For a look in private: never in public feeds.")
    private boolean drafts;

    SiteFolder folder() {
        return config.folder(site);
    }

    /** The hub that is told of what is published, if there is one: what has drafts in it is for no hub. */
    Optional<URI> hub(ServiceConfig settings) {
        return settings.hub().filter(hub -> !drafts);
    }

    BuildOptions manner() {
        return ConfigOptions.manner(drafts);
    }
}
