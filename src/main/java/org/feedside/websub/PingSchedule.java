package org.feedside.websub;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedside.base.retries.Backoff;
import org.feedside.base.retries.Backoff.Failure;
import org.feedside.base.text.PercentEncoding;
import org.feedside.publishing.Snapshot;

/**
 * Decides which topics are pinged next, and when. There is no queue: the pending pings are the difference between the
 * snapshot and the versions that the hub accepted, so no ping can be lost or repeated.
 */
final class PingSchedule {
    /** The maximum number of pings between two writes of the record. */
    static final int BATCH = 16;

    private final Backoff backoff;
    private final TreeMap<String, String> accepted;
    private final Map<String, Refused> refused = new HashMap<>();
    private final Map<String, Long> lastTries = new HashMap<>();
    private Optional<Failure> unavailable = Optional.empty();
    private long tries;

    private record Refused(String why, Failure failure) {}

    /** Creates a schedule from the digest of the last accepted version of each topic. */
    PingSchedule(Map<String, String> accepted, Backoff backoff) {
        this.accepted = new TreeMap<>(accepted);
        this.backoff = backoff;
    }

    /** Returns the digest of the last accepted version of each topic. */
    Map<String, String> accepted() {
        return Collections.unmodifiableMap(accepted);
    }

    /** Returns the next pings that may be sent now, the least recently tried first, so that no topic delays others. */
    List<Ping> due(Snapshot snapshot, Instant now) {
        return pending(snapshot)
                .filter(ping -> retryAt(ping, now).isEmpty())
                .sorted(Comparator.comparing((Ping ping) -> lastTries.getOrDefault(ping.topic(), 0L))
                        .thenComparing(Ping::topic))
                .limit(BATCH)
                .toList();
    }

    /** Returns the number of topics whose current version the hub has not accepted. */
    int pendingCount(Snapshot snapshot) {
        return (int) pending(snapshot).count();
    }

    /** Returns when the next waiting ping may be sent. */
    Optional<Instant> next(Snapshot snapshot, Instant now) {
        return pending(snapshot).flatMap(ping -> retryAt(ping, now).stream()).min(Comparator.naturalOrder());
    }

    /** Returns the topics whose current version the hub refused, in order. */
    List<PingOutcome.Refusal> unwanted(Snapshot snapshot) {
        return pending(snapshot)
                .map(Ping::topic)
                .filter(refused::containsKey)
                .map(topic -> new PingOutcome.Refusal(
                        topic, Objects.requireNonNull(refused.get(topic)).why()))
                .toList();
    }

    private Stream<Ping> pending(Snapshot snapshot) {
        var changed = changed(snapshot);
        refused.keySet().retainAll(changed.keySet());
        lastTries.keySet().retainAll(changed.keySet());
        return changed.entrySet().stream().map(topic -> new Ping(topic.getKey(), topic.getValue()));
    }

    /** Returns the digest of each topic whose current version the hub has not accepted. */
    private SortedMap<String, String> changed(Snapshot snapshot) {
        var changed = new TreeMap<String, String>();
        for (var document : snapshot.documents()) {
            if (document.isTopic()) {
                // The same form as in the Link header field: subscribers use that URL.
                changed.put(PercentEncoding.url(document.url()), document.digest());
            }
        }
        changed.entrySet().removeIf(topic -> topic.getValue().equals(accepted.get(topic.getKey())));
        return changed;
    }

    /** Returns when a ping may be sent; empty if now. */
    private Optional<Instant> retryAt(Ping ping, Instant now) {
        return Stream.of(unavailable, failure(ping.topic()))
                .flatMap(Optional::stream)
                .filter(failure -> backoff.isWaiting(failure, now))
                .map(Failure::retryAt)
                .max(Comparator.naturalOrder());
    }

    private Optional<Failure> failure(String topic) {
        return Optional.ofNullable(refused.get(topic)).map(Refused::failure);
    }

    void record(Ping ping, PingResult result, Instant now) {
        lastTries.put(ping.topic(), ++tries);
        if (result instanceof PingResult.Unavailable failure) {
            unavailable = Optional.of(backoff.after(unavailable, failure.retryAfter(), now));
            return;
        }
        unavailable = Optional.empty();
        if (result instanceof PingResult.Refused refusal) {
            var topicFailure = backoff.after(failure(ping.topic()), refusal.retryAfter(), now);
            refused.put(ping.topic(), new Refused(refusal.why(), topicFailure));
        } else {
            refused.remove(ping.topic());
            accepted.put(ping.topic(), ping.digest());
        }
    }
}
