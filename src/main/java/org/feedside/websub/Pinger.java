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
import org.feedside.publishing.Published;

/** Tells the hub of what is published and new to it, one ping after the other. Called by one thread. */
final class Pinger {
    private final PingRecord record;
    private final URI address;
    private final Hub hub;
    private final Published published;
    private final InstantSource clock;
    private final PingSchedule schedule;
    private final List<Diagnostic> found;
    private List<Diagnostic> unwritable = List.of();
    private boolean isWritten;

    /**
     * Takes up what the hub was told last. If that is not known, it is told of everything: feeds may have named it for a
     * while, so readers may wait for its news already.
     *
     * @param address what the record calls the hub
     */
    Pinger(PingRecord record, URI address, Hub hub, Published published, InstantSource clock, Backoff backoff) {
        this.record = record;
        this.address = address;
        this.hub = hub;
        this.published = published;
        this.clock = clock;
        var known = record.read(address);
        this.schedule = new PingSchedule(known.value().orElse(Map.of()), backoff);
        this.found = known.problems();
        this.isWritten = known.value().isPresent();
    }

    /** Of how many documents the hub must be told. */
    int pending() {
        return schedule.pendingCount(published.current());
    }

    /** Sends every ping that may be sent now. */
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

    /** Writes down what the hub was told, if that is not done yet; what fails is tried the next time. */
    private void write() {
        if (isWritten) {
            return;
        }
        // The JDK does not let a thread write to files that was told to end.
        var isInterrupted = Thread.interrupted();
        try {
            record.write(address, schedule.told(), clock.instant());
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

    /** What happens until nothing more can be sent. */
    private final class Round {
        private int told;
        private final List<PingOutcome.Refusal> refused = new ArrayList<>();
        private Optional<String> unavailable = Optional.empty();

        void send(List<Ping> pings) throws InterruptedException {
            for (var ping : pings) {
                var answer = hub.publish(ping.topic());
                schedule.answered(ping, answer, clock.instant());
                if (answer instanceof PingResult.Unavailable no) {
                    unavailable = Optional.of(no.why());
                    return;
                }
                if (answer instanceof PingResult.Refused no) {
                    refused.add(new PingOutcome.Refusal(ping.topic(), no.why()));
                } else {
                    told++;
                    isWritten = false;
                }
            }
        }

        PingOutcome outcome() {
            var snapshot = published.current();
            var now = clock.instant();
            var problems = new ArrayList<>(found);
            problems.addAll(unwritable);
            return new PingOutcome(
                    told,
                    refused,
                    schedule.unwanted(snapshot),
                    unavailable,
                    schedule.pendingCount(snapshot),
                    schedule.next(snapshot, now).map(next -> Duration.between(now, next)),
                    problems);
        }
    }
}
