package org.feedside.websub;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.retries.Backoff;
import org.feedside.publishing.Published;

/** Pings the hub for each published version that it has not accepted, one ping after the other. Used by one thread. */
final class Pinger {
    private final PingRecord record;
    private final URI address;
    private final Hub hub;
    private final Published published;
    private final InstantSource clock;
    private final PingSchedule schedule;
    private final List<Diagnostic> readProblems;
    private List<Diagnostic> unwritable = List.of();
    private boolean isWritten;

    /**
     * Creates a pinger that continues from the record. Without a record it pings for every topic: the feeds may already
     * link the hub, and have subscribers there.
     *
     * @param address the address of the hub, for the record
     */
    Pinger(PingRecord record, URI address, Hub hub, Published published, InstantSource clock, Backoff backoff) {
        this.record = record;
        this.address = address;
        this.hub = hub;
        this.published = published;
        this.clock = clock;
        var stored = record.read(address);
        this.schedule = new PingSchedule(stored.value().orElse(Map.of()), backoff);
        this.readProblems = stored.problems();
        this.isWritten = stored.value().isPresent();
    }

    /** Returns the number of documents with pending pings. */
    int pending() {
        return schedule.pendingCount(published.current());
    }

    /** Sends all due pings. */
    PingOutcome ping() throws InterruptedException {
        var round = new Round();
        var due = schedule.due(published.current(), clock.instant());
        while (!due.isEmpty()) {
            try {
                round.send(due);
            } finally {
                write();
            }
            due = schedule.due(published.current(), clock.instant());
        }
        write();
        return round.outcome();
    }

    /** Writes the record if it has changed. A failed write is repeated after the next batch. */
    private void write() {
        if (isWritten) {
            return;
        }
        // The JDK closes file channels when an interrupted thread writes to them.
        var isInterrupted = Thread.interrupted();
        try {
            record.write(address, schedule.accepted(), clock.instant());
            isWritten = true;
            unwritable = List.of();
        } catch (IOException e) {
            unwritable = List.of(record.unwritable(e));
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One round: it ends when no ping is due or the hub is unavailable. */
    private final class Round {
        private int accepted;
        private final List<PingOutcome.Refusal> refused = new ArrayList<>();
        private Optional<String> unavailable = Optional.empty();

        void send(List<Ping> pings) throws InterruptedException {
            for (var ping : pings) {
                var result = hub.publish(ping.topic());
                schedule.record(ping, result, clock.instant());
                if (result instanceof PingResult.Unavailable failure) {
                    unavailable = Optional.of(failure.why());
                    return;
                }
                if (result instanceof PingResult.Refused refusal) {
                    refused.add(new PingOutcome.Refusal(ping.topic(), refusal.why()));
                } else {
                    accepted++;
                    isWritten = false;
                }
            }
        }

        PingOutcome outcome() {
            var snapshot = published.current();
            var now = clock.instant();
            var problems = new ArrayList<>(readProblems);
            problems.addAll(unwritable);
            return new PingOutcome(
                    accepted,
                    refused,
                    schedule.unwanted(snapshot),
                    unavailable,
                    schedule.pendingCount(snapshot),
                    schedule.next(snapshot, now).map(next -> Duration.between(now, next)),
                    problems);
        }
    }
}
