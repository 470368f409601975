package org.feedside.websub;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.publishing.Snapshot;
import org.feedside.websub.Backoff.Setback;

/**
 * Decides which topics the hub is told of next, and when. Nothing is queued: what is pending is what differs between the
 * snapshot and what the hub was told last, so nothing can be lost, and nothing is told twice.
 */
final class PingSchedule {
    /** So many pings are handed out at once: what was told is written down after each such batch. */
    static final int BATCH = 16;

    private final Backoff backoff;
    private final TreeMap<String, String> told;
    private final Map<String, Refused> refused = new HashMap<>();
    private final Map<String, Long> lastTries = new HashMap<>();
    private Optional<Setback> unavailable = Optional.empty();
    private long tries;

    private record Refused(String why, Setback setback) {}

    /** Begins with the digest of the version of each topic that the hub was told of last. */
    PingSchedule(Map<String, String> told, Backoff backoff) {
        this.told = new TreeMap<>(told);
        this.backoff = backoff;
    }

    /** The digest of the version of each topic that the hub was told of last, by the topic. */
    Map<String, String> told() {
        return Collections.unmodifiableMap(told);
    }

    /** The next pings that may be sent now: what was tried longest ago comes first, so that no topic holds others up. */
    List<Ping> due(Snapshot snapshot, Instant now) {
        return pending(snapshot)
                .filter(ping -> until(ping, now).isEmpty())
                .sorted(Comparator.comparing((Ping ping) -> lastTries.getOrDefault(ping.topic(), 0L))
                        .thenComparing(Ping::topic))
                .limit(BATCH)
                .toList();
    }

    /** How many topics the hub does not know as they are. */
    int pendingCount(Snapshot snapshot) {
        return (int) pending(snapshot).count();
    }

    /** When the first ping that must wait may be sent. */
    Optional<Instant> next(Snapshot snapshot, Instant now) {
        return pending(snapshot).flatMap(ping -> until(ping, now).stream()).min(Comparator.naturalOrder());
    }

    /** The topics that the hub does not want as they are, in order, and why. */
    List<PingOutcome.Refusal> unwanted(Snapshot snapshot) {
        return pending(snapshot)
                .map(Ping::topic)
                .filter(refused::containsKey)
                .map(topic -> new PingOutcome.Refusal(
                        topic, Objects.requireNonNull(refused.get(topic)).why()))
                .toList();
    }

    private Stream<Ping> pending(Snapshot snapshot) {
        var changed = Topics.changed(snapshot, told);
        refused.keySet().retainAll(changed.keySet());
        lastTries.keySet().retainAll(changed.keySet());
        return changed.entrySet().stream().map(topic -> new Ping(topic.getKey(), topic.getValue()));
    }

    /** Until when a ping must wait, if it must. */
    private Optional<Instant> until(Ping ping, Instant now) {
        return Stream.of(unavailable, setback(ping.topic()))
                .flatMap(Optional::stream)
                .filter(setback -> backoff.holds(setback, now))
                .map(Setback::until)
                .max(Comparator.naturalOrder());
    }

    private Optional<Setback> setback(String topic) {
        return Optional.ofNullable(refused.get(topic)).map(Refused::setback);
    }

    /** Takes note of what became of a ping. */
    void answered(Ping ping, PingResult answer, Instant now) {
        lastTries.put(ping.topic(), ++tries);
        if (answer instanceof PingResult.Unavailable no) {
            unavailable = Optional.of(backoff.after(unavailable, no.retryAfter(), now));
            return;
        }
        unavailable = Optional.empty();
        if (answer instanceof PingResult.Refused no) {
            var setback = backoff.after(setback(ping.topic()), no.retryAfter(), now);
            refused.put(ping.topic(), new Refused(no.why(), setback));
        } else {
            refused.remove(ping.topic());
            told.put(ping.topic(), ping.digest());
        }
    }
}
