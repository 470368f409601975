package org.feedside.cli;

import java.nio.file.Path;
import org.feedside.config.SiteFolder;
import org.feedside.pipeline.BuildOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of commands that make feeds of a site. */
final class SiteOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = {
                "The folder with zola.toml or config.toml and content, or with a feedside.toml that has a [site] "
                        + "table (default: the current folder)."
            })
    private Path site = Path.of(".");

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(names = "--drafts", description = "Include drafts. For a private preview, never for public feeds.")
    private boolean drafts;

    SiteFolder folder() {
        return config.folder(site);
    }

    BuildOptions buildOptions() {
        return ConfigOptions.buildOptions(drafts);
    }
}
