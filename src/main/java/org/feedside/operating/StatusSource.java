package org.feedside.operating;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.publishing.Document;
import org.feedside.publishing.Published;

/** Collects the status from what is published and what was recorded. */
final class StatusSource {
    private final Published published;
    private final String version;
    private final Instant started;
    private final RefreshRecorder refreshes;
    private final Optional<PingRecorder> pings;
    private final PollsWriter polls;

    StatusSource(
            Published published,
            String version,
            Instant started,
            RefreshRecorder refreshes,
            Optional<PingRecorder> pings,
            PollsWriter polls) {
        this.published = published;
        this.version = version;
        this.started = started;
        this.refreshes = refreshes;
        this.pings = pings;
        this.polls = polls;
    }

    Status at(Instant now) {
        var snapshot = published.current();
        var seen = refreshes.seen();
        var told = pings.map(PingRecorder::seen);
        return new Status(
                seen.state(),
                now,
                started,
                version,
                snapshot.generation(),
                seen.last(),
                seen.change(),
                seen.lastSuccess(),
                seen.posts(),
                snapshot.documents().size(),
                feeds(snapshot.documents().stream()),
                Stream.of(seen.problems(), told.map(PingRecorder.Seen::problems).orElse(List.of()), polls.problems())
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(KnownProblem::problem))
                        .toList(),
                seen.waiting(),
                told.map(PingRecorder.Seen::pings),
                memory());
    }

    /** Returns whether anything is published. */
    boolean isReady() {
        return !published.current().isEmpty();
    }

    /** Each feed has its own folder, with one file for each format. */
    private static int feeds(Stream<Document> documents) {
        return (int) documents
                .filter(Document::isTopic)
                .map(document -> document.path().substring(0, document.path().lastIndexOf('/') + 1))
                .distinct()
                .count();
    }

    private static Status.Memory memory() {
        var runtime = Runtime.getRuntime();
        return new Status.Memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
    }
}
