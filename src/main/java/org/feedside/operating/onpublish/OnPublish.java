package org.feedside.operating.onpublish;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.retries.Backoff;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.Snapshot;
import org.feedside.refreshing.RefreshResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a command after each publication. There is no queue: the command gets the difference between the files that are
 * written and those of its last success. Before the first success, these are all files.
 */
public final class OnPublish {
    private static final Logger LOG = LoggerFactory.getLogger("feedside");

    private final Command command;
    private final InstantSource clock;
    private final Backoff backoff;

    /** The digest of each file, by path. */
    private volatile Map<String, String> written = Map.of();

    private Map<String, String> handled = Map.of();
    private Optional<Backoff.Failure> retry = Optional.empty();
    private Optional<String> reported = Optional.empty();

    OnPublish(Command command, InstantSource clock, Backoff backoff) {
        this.command = command;
        this.clock = clock;
        this.backoff = backoff;
    }

    public OnPublish(List<String> command, Path feedsFolder, InstantSource clock) {
        this(new Command(command, feedsFolder, Duration.ofMinutes(5)), clock, Backoff.DEFAULT);
    }

    /** Notes the files of a refresh if all are written. Runs on its thread: no file of a later refresh is written yet. */
    public void refreshed(RefreshResult result, Snapshot snapshot) {
        if (result.kind() == RefreshResult.Kind.CURRENT
                && result.problems().stream().noneMatch(problem -> problem.code() == Code.FEEDS_FOLDER)) {
            var files = new TreeMap<String, String>();
            snapshot.documents().forEach(document -> files.put(document.path(), document.digest()));
            files.remove(Manifest.PATH);
            written = files;
        }
    }

    /** Runs the command if it is due. Returns the delay until the next retry. */
    public Optional<Duration> round() throws InterruptedException {
        var files = written;
        var changed = new TreeMap<>(files);
        changed.entrySet().removeAll(handled.entrySet());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        if (retry.filter(failure -> backoff.isWaiting(failure, clock.instant())).isEmpty()) {
            var failure = command.run(Stream.concat(changed.keySet().stream(), Stream.of(Manifest.PATH))
                    .toList());
            report(failure);
            handled = failure.isEmpty() ? files : handled;
            retry = failure.map(why -> backoff.after(retry, Optional.empty(), clock.instant()));
        }
        return retry.map(failure -> Duration.between(clock.instant(), failure.retryAt()));
    }

    /** Logs a failure that differs from the one before, and the first success after it. */
    private void report(Optional<Command.Failure> failure) {
        var why = failure.map(Command.Failure::why);
        if (!why.equals(reported)) {
            failure.ifPresentOrElse(
                    f -> LOG.error("the command of on_publish {} ({}); it is run again", f.why(), f.details()),
                    () -> LOG.info("the command of on_publish succeeded"));
        }
        reported = why;
    }
}
