package org.feedside.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.feedside.base.disk.SystemDisk;
import org.feedside.base.text.WebUrl;
import org.feedside.config.ServiceConfig;
import org.feedside.following.FolderSource;
import org.feedside.following.FollowedSource;
import org.feedside.following.HttpSource;
import org.feedside.following.Source;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options about publishing on more than one machine. */
final class OriginOptions {
    private static final int MAX_INTERVAL = 3_600;

    /** Enough to hide the latency of object storage. */
    private static final int CONCURRENCY = 16;

    /** The options about posts, which a follower does not have. */
    private static final List<String> OPTIONS_ABOUT_POSTS =
            List.of("--config", "--base-url", "--drafts", "--accept-new-ids", "--previous");

    @Option(
            names = "--follow",
            paramLabel = "URL|DIR",
            description = {
                "Serve what another Feedside publishes at this address, or in this feeds folder, in place of posts. Of SITE only "
                        + "feedside.toml is read: use the publisher's."
            })
    private Optional<String> follow = Optional.empty();

    @Option(
            names = "--follow-interval",
            paramLabel = "SECONDS",
            description = "With --follow: the time between two requests for changes (default: 2).")
    private Optional<Integer> interval = Optional.empty();

    @Option(
            names = "--previous",
            paramLabel = "URL",
            description = {
                "If the feeds folder is empty, continue from what is published at this address, such as a follower of a publisher "
                        + "that was lost."
            })
    private Optional<String> previous = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Origin origin(ServiceConfig settings) {
        if (interval.isPresent() && follow.isEmpty()) {
            throw usageError("--follow-interval needs --follow");
        } else if (interval.filter(seconds -> seconds < 1 || seconds > MAX_INTERVAL)
                .isPresent()) {
            throw usageError("--follow-interval must be from 1 to %d".formatted(MAX_INTERVAL));
        }
        var seconds = interval.orElse(2);
        return new Origin(
                follow.map(name -> new FollowedSource(
                        source(name), name, Duration.ofSeconds(seconds), settings.lookEvery(), CONCURRENCY)),
                previous.map(url -> WebUrl.parseBase(url)
                        .orElseThrow(() -> usageError("--previous needs a URL such as https://example.org/"))));
    }

    private Source source(String name) {
        var parsed = spec.commandLine().getParseResult();
        for (var option : OPTIONS_ABOUT_POSTS) {
            if (parsed.hasMatchedOption(option)) {
                throw usageError("--follow and %s exclude each other: a follower has no posts".formatted(option));
            }
        }
        if (!name.contains("://")) {
            return new FolderSource(new SystemDisk(), Path.of(name));
        }
        return new HttpSource(WebUrl.parseBase(name)
                .orElseThrow(
                        () -> usageError("--follow needs a URL such as http://publisher.example:8080/, or a folder")));
    }

    private ParameterException usageError(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
