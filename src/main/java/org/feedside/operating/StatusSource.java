package org.feedside.operating;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.publishing.Document;
import org.feedside.publishing.Published;
import org.feedside.refreshing.RunningRefresh;

/** Collects the status from what is published and what was recorded. */
record StatusSource(
        Published published,
        String version,
        Instant started,
        Optional<String> followed,
        RefreshRecorder refreshes,
        RunningRefresh running,
        Optional<PingRecorder> pings,
        PollsWriter polls) {
    Status at(Instant now) {
        var snapshot = published.current();
        var overdue = running.overdueSince().map(began -> new KnownProblem(RunningRefresh.problem(began), began));
        var seen = overdue.isPresent() ? refreshes.seen().degraded() : refreshes.seen();
        var pinged = pings.map(PingRecorder::seen);
        return new Status(
                now,
                started,
                version,
                followed,
                snapshot.generation(),
                snapshot.documents().size(),
                feeds(snapshot.documents().stream()),
                seen,
                Stream.of(
                                overdue.stream().toList(),
                                seen.problems(),
                                pinged.map(Status.Pings::problems).orElse(List.of()),
                                polls.problems())
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(KnownProblem::problem))
                        .toList(),
                pinged,
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
