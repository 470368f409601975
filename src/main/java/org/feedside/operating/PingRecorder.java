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
    private volatile Seen seen;

    PingRecorder(URI hub, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
        var nothing = new Status.Pings(hub, 0, 0, 0, 0, List.of(), Optional.empty(), Optional.empty());
        this.seen = new Seen(nothing, List.of());
    }

    /** Returns what is known about all pings, with the problems of the ping record. */
    record Seen(Status.Pings pings, List<KnownProblem> problems) {}

    Seen seen() {
        return seen;
    }

    @Override
    public void roundStarted(int pending) {
        var before = seen.pings();
        var pings = new Status.Pings(
                hub,
                pending,
                before.told(),
                before.refusals(),
                before.failures(),
                before.unwanted(),
                before.unavailable(),
                Optional.empty());
        seen = new Seen(pings, seen.problems());
    }

    @Override
    public void roundEnded(PingOutcome outcome) {
        var now = clock.instant();
        var before = seen.pings();
        var pings = new Status.Pings(
                hub,
                outcome.pending(),
                before.told() + outcome.accepted(),
                before.refusals() + outcome.refused().size(),
                before.failures() + (outcome.unavailable().isPresent() ? 1 : 0),
                outcome.unwanted(),
                outcome.unavailable(),
                outcome.retryAfter().map(now::plus));
        seen = new Seen(pings, ages.all(outcome.problems(), now));
    }
}
