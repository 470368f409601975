package org.feedside.websub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.feedside.base.disk.Disk;
import org.feedside.base.retries.Backoff;
import org.feedside.base.retries.RetryLoop;
import org.feedside.publishing.Published;

/** Pings the hub after each publication, and retries after failures, on its own thread. */
public final class PingLoop {
    private PingLoop() {}

    /** Creates a loop, which the first refresh wakes: the snapshot from before the restart may be outdated. */
    public static RetryLoop of(
            Disk disk,
            Path feedsFolder,
            URI hub,
            Published published,
            InstantSource clock,
            List<PingListener> listeners) {
        var record = new PingRecord(disk, feedsFolder.resolve(".feedside").resolve("pings"));
        return of(new Pinger(record, hub, HttpHub.at(hub), published, clock, Backoff.DEFAULT), listeners);
    }

    static RetryLoop of(Pinger pinger, List<PingListener> listeners) {
        return new RetryLoop("pings", () -> round(pinger, listeners));
    }

    /** Sends all due pings. Returns the delay until the next retry. */
    private static Optional<Duration> round(Pinger pinger, List<PingListener> listeners) throws InterruptedException {
        var pending = pinger.pending();
        listeners.forEach(listener -> listener.roundStarted(pending));
        var outcome = pinger.ping();
        listeners.forEach(listener -> listener.roundEnded(outcome));
        return outcome.retryAfter();
    }
}
