package org.feedside.websub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.feedside.base.disk.Disk;
import org.feedside.base.retries.Backoff;
import org.feedside.publishing.Published;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pings the hub after each publication, and retries after failures, on its own thread. */
public final class PingLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PingLoop.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Pinger pinger;
    private final List<PingListener> listeners;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "pings");

    PingLoop(Pinger pinger, List<PingListener> listeners) {
        this.pinger = pinger;
        this.listeners = List.copyOf(listeners);
        thread.setDaemon(true);
    }

    /** Creates a loop that is not started. */
    public static PingLoop of(
            Disk disk,
            Path feedsFolder,
            URI hub,
            Published published,
            InstantSource clock,
            List<PingListener> listeners) {
        var record = new PingRecord(disk, feedsFolder.resolve(".feedside").resolve("pings"));
        var pinger = new Pinger(record, hub, HttpHub.at(hub), published, clock, Backoff.DEFAULT);
        return new PingLoop(pinger, listeners);
    }

    public void start() {
        thread.start();
    }

    /** Notifies the loop of a possible publication. */
    public void wake() {
        wakeUps.release();
    }

    /** Stops the loop without waiting for the hub. A ping in progress is sent again after the next start. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            // The snapshot from before the restart may be outdated, so pings start after the first refresh.
            await(Optional.empty());
            while (!Thread.currentThread().isInterrupted()) {
                await(round());
            }
        } catch (InterruptedException e) {
            // The loop was closed: the record is already written.
            return;
        }
    }

    /** Sends all due pings. Returns the delay until the next retry. */
    private Optional<Duration> round() throws InterruptedException {
        try {
            var pending = pinger.pending();
            listeners.forEach(listener -> listener.roundStarted(pending));
            var outcome = pinger.ping();
            listeners.forEach(listener -> listener.roundEnded(outcome));
            return outcome.retryAfter();
        } catch (RuntimeException e) {
            LOG.error("internal error: the hub will be pinged after the next publication; please report it", e);
            return Optional.empty();
        }
    }

    private void await(Optional<Duration> timeout) throws InterruptedException {
        if (wakeUps.tryAcquire(timeout.map(Duration::toNanos).orElse(Long.MAX_VALUE), TimeUnit.NANOSECONDS)) {
            wakeUps.drainPermits();
        }
    }
}
