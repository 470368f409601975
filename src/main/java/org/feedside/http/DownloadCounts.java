package org.feedside.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.feedside.config.AddressRange;

/**
 * Counts who loaded what how often, in a table of fixed size. When two fall on one place, the older is forgotten: someone may
 * be let off, but nobody is blamed for another.
 */
final class DownloadCounts {
    private static final int PLACES = 1 << 14;

    private final AtomicReferenceArray<Count> counts = new AtomicReferenceArray<>(PLACES);
    private final int burst;
    private final Duration window;

    DownloadCounts(int burst, Duration window) {
        this.burst = burst;
        this.window = window;
    }

    /** Counts a download, and says how long to wait if it is one too many. */
    Optional<Duration> count(AddressRange client, String version, Instant now) {
        var key = new Key(client, version);
        var count = counts.accumulateAndGet(
                Math.floorMod(key.hashCode(), PLACES),
                new Count(key, now, 1),
                (known, first) ->
                        known != null && known.key().equals(key) && isRunning(known, now) ? known.next() : first);
        return count.downloads() > burst
                ? Optional.of(Duration.between(now, count.start().plus(window)))
                : Optional.empty();
    }

    /** A clock that was set back ends the window too. */
    private boolean isRunning(Count count, Instant now) {
        return !now.isBefore(count.start()) && now.isBefore(count.start().plus(window));
    }

    private record Key(AddressRange client, String version) {}

    private record Count(Key key, Instant start, int downloads) {
        Count next() {
            return new Count(key, start, Math.min(downloads + 1, 1_000_000));
        }
    }
}
