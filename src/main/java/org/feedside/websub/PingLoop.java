package org.feedside.websub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.feedside.base.disk.Disk;
import org.feedside.publishing.Published;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the hub when something was published, and again when that failed, on a thread of its own. */
public final class PingLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PingLoop.class);
    private static final Duration LAST_WRITING = Duration.ofSeconds(2);

    private final Pinger pinger;
    private final PingListener listener;
    private final Semaphore wakings = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "pings");

    PingLoop(Pinger pinger, PingListener listener) {
        this.pinger = pinger;
        this.listener = listener;
        thread.setDaemon(true);
    }

    /** A loop that has not started. */
    public static PingLoop of(
            Disk disk, Path feedsFolder, URI hub, Published published, InstantSource clock, PingListener listener) {
        var record = new PingRecord(disk, feedsFolder.resolve(".feedside").resolve("pings"));
        var pinger = new Pinger(record, hub, HttpHub.at(hub), published, clock, Backoff.DEFAULT);
        return new PingLoop(pinger, listener);
    }

    public void start() {
        thread.start();
    }

    /** Says that something may have been published. */
    public void wake() {
        wakings.release();
    }

    /** Ends, whatever the hub does; a ping that is under way is sent again after the next start. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LAST_WRITING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            // What was found at the start may change at once; the hub is told after the first look.
            await(Optional.empty());
            while (!Thread.currentThread().isInterrupted()) {
                await(round());
            }
        } catch (InterruptedException e) {
            // Told to end: what the hub was told is written down.
            return;
        }
    }

    /** Sends what can be sent, and says how long the rest waits. */
    private Optional<Duration> round() throws InterruptedException {
        try {
            listener.begins(pinger.pending());
            var outcome = pinger.ping();
            listener.ended(outcome);
            return outcome.again();
        } catch (RuntimeException e) {
            LOG.error("a fault of ours: the hub is told at the next publication; please report it", e);
            return Optional.empty();
        }
    }

    private void await(Optional<Duration> atMost) throws InterruptedException {
        if (atMost.isEmpty()) {
            wakings.acquire();
        } else {
            wakings.tryAcquire(atMost.get().toNanos(), TimeUnit.NANOSECONDS);
        }
        wakings.drainPermits();
    }
}
