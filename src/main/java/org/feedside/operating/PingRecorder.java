package org.feedside.operating;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.feedside.websub.PingListener;
import org.feedside.websub.PingOutcome;

/** Records the results of pings. Written by one thread, read by any. */
final class PingRecorder implements PingListener {
    private final URI hub;
    private final InstantSource clock;
    private final ProblemAges ages = new ProblemAges();
    private volatile Status.Pings seen;

    PingRecorder(URI hub, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
        this.seen = new Status.Pings(hub, 0, 0, 0, 0, List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Returns what is known about all pings. */
    Status.Pings seen() {
        return seen;
    }

    @Override
    public void roundStarted(int pending) {
        seen = new Status.Pings(
                hub,
                pending,
                seen.told(),
                seen.refusals(),
                seen.failures(),
                seen.unwanted(),
                seen.unavailable(),
                Optional.empty(),
                seen.problems());
    }

    @Override
    public void roundEnded(PingOutcome outcome) {
        var now = clock.instant();
        seen = new Status.Pings(
                hub,
                outcome.pending(),
                seen.told() + outcome.accepted(),
                seen.refusals() + outcome.refused().size(),
                seen.failures() + (outcome.unavailable().isPresent() ? 1 : 0),
                outcome.unwanted(),
                outcome.unavailable(),
                outcome.retryAfter().map(now::plus),
                ages.all(outcome.problems(), now));
    }
}
