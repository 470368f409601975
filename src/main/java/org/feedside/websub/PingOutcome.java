package org.feedside.websub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;

/**
 * What one round of pings did.
 *
 * @param told of how many documents the hub was told
 * @param refused the topics it did not want, in the order of the pings
 * @param unwanted all topics that it does not want as they are, from this round and those before, in order
 * @param unavailable why the hub could be told nothing more
 * @param pending of how many documents it must still be told
 * @param again after how long the first of these is tried
 * @param problems what is wrong with our own record
 */
public record PingOutcome(
        int told,
        List<Refusal> refused,
        List<Refusal> unwanted,
        Optional<String> unavailable,
        int pending,
        Optional<Duration> again,
        List<Diagnostic> problems) {
    public PingOutcome {
        refused = List.copyOf(refused);
        unwanted = List.copyOf(unwanted);
        problems = List.copyOf(problems);
    }

    /** A topic that the hub did not want. */
    public record Refusal(String topic, String why) {}
}
