package org.feedside.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.text.WebUrl;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a build for a host that only serves files. */
final class OutputOptions {
    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = {
                "Write the feeds, the pages about them and a file _headers for Netlify and Cloudflare Pages into the built "
                        + "site in this folder."
            })
    private Optional<Path> builtSite = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = {
                "With --output: keep the state, such as the dates of the feeds, in this folder until the next build "
                        + "(default: keep none)."
            })
    private Optional<Path> state = Optional.empty();

    @Option(
            names = "--previous",
            paramLabel = "URL",
            description = {
                "With --output, in place of --state: continue from what is published at this base_url. If that cannot be read, "
                        + "or a published post has an error, nothing is written."
            })
    private Optional<String> previous = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Checks the combination of options. */
    void check(boolean isFeedsFolderGiven) {
        if (builtSite.isEmpty() && (state.isPresent() || previous.isPresent())) {
            throw usageError("--state and --previous need --output");
        } else if (builtSite.isPresent() && isFeedsFolderGiven) {
            throw usageError("--output and --feeds exclude each other: --state names the folder of the state");
        } else if (state.isPresent() && previous.isPresent()) {
            throw usageError("--state and --previous exclude each other");
        } else if (state.filter(this::isInBuiltSite).isPresent()) {
            throw usageError("--state must be outside of --output, whose files are public");
        } else if (previous.isPresent() && previous().isEmpty()) {
            throw usageError("--previous needs the base_url of the site, such as https://example.org/");
        }
    }

    /** Returns the folder of the built site; empty for an ordinary build. */
    Optional<Path> builtSite() {
        return builtSite;
    }

    Optional<Path> state() {
        return state;
    }

    Optional<URI> previous() {
        return previous.flatMap(WebUrl::parseBase);
    }

    private ParameterException usageError(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private boolean isInBuiltSite(Path folder) {
        return realPath(folder).startsWith(realPath(builtSite.orElseThrow()));
    }

    /** Returns the path without symbolic links; a part that does not exist yet stays as it is. */
    private static Path realPath(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            var real = new SystemDisk().realPath(absolute);
            return real.or(() -> Optional.ofNullable(absolute.getParent())
                            .map(parent -> realPath(parent).resolve(absolute.getFileName())))
                    .orElse(absolute);
        } catch (IOException e) {
            return absolute;
        }
    }
}
