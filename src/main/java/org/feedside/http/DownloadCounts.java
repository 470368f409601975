package org.feedside.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.feedside.config.AddressRange;

/**
 * Counts the downloads of each version by each client, in a hash table of fixed size. When two keys share a slot, the
 * older count is dropped: a client may escape the limit, but is never limited because of another client's downloads.
 */
final class DownloadCounts {
    private static final int SLOTS = 1 << 14;

    /** Counting stops here, so that the number cannot overflow. */
    private static final int MAX_COUNT = 1_000_000;

    private final AtomicReferenceArray<Count> counts = new AtomicReferenceArray<>(SLOTS);
    private final int burst;
    private final Duration window;

    DownloadCounts(int burst, Duration window) {
        this.burst = burst;
        this.window = window;
    }

    /** Counts a download. Returns how long the client must wait if the limit is exceeded. */
    Optional<Duration> count(AddressRange client, String version, Instant now) {
        var key = new Key(client, version);
        var count = counts.accumulateAndGet(
                Math.floorMod(key.hashCode(), SLOTS),
                new Count(key, now, 1),
                (old, first) -> old != null && old.key().equals(key) && isRunning(old, now) ? old.next() : first);
        return count.downloads() > burst
                ? Optional.of(Duration.between(now, count.start().plus(window)))
                : Optional.empty();
    }

    /** Whether the window of this count is still open. It closes too when the clock has been set back. */
    private boolean isRunning(Count count, Instant now) {
        return !now.isBefore(count.start()) && now.isBefore(count.start().plus(window));
    }

    private record Key(AddressRange client, String version) {}

    private record Count(Key key, Instant start, int downloads) {
        Count next() {
            return new Count(key, start, Math.min(downloads + 1, MAX_COUNT));
        }
    }
}
