package org.feedside.websub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * The outcome of one round of pings.
 *
 * @param accepted the number of pings that the hub accepted
 * @param refused the topics that the hub refused in this round, in the order of the pings
 * @param unwanted all topics whose current version the hub refused, in this round or an earlier one, in order
 * @param unavailable why the hub is unavailable; empty if it is not
 * @param pending the number of documents with pending pings
 * @param retryAfter the delay until the next retry
 * @param problems the problems with the record file
 */
public record PingOutcome(
        int accepted,
        List<Refusal> refused,
        List<Refusal> unwanted,
        Optional<String> unavailable,
        int pending,
        Optional<Duration> retryAfter,
        List<Diagnostic> problems) {
    public PingOutcome {
        refused = List.copyOf(refused);
        unwanted = List.copyOf(unwanted);
        problems = List.copyOf(problems);
    }

    public record Refusal(String topic, String why) {}
}
