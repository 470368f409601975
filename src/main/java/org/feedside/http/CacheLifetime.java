package org.feedside.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How long caches and readers may reuse a response (RFC 9111, section 5.2.2; RFC 5861).
 *
 * @param maxAge for readers: the interval at which they should poll
 * @param sharedMaxAge for shared caches: short, so that they notice a new post soon
 * @param staleWhileRevalidate how much longer a cache may serve a stale response while it revalidates
 * @param staleIfError how much longer a cache may serve a stale response while the server fails
 * @param bounds the limits of max-age if it follows the update interval of each feed; empty if max-age is fixed
 */
public record CacheLifetime(
        Duration maxAge,
        Duration sharedMaxAge,
        Duration staleWhileRevalidate,
        Duration staleIfError,
        Optional<Bounds> bounds) {

    /** One hour, and a minute for shared caches. */
    public static final CacheLifetime DEFAULT = new CacheLifetime(
            Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofDays(1), Optional.empty());

    public CacheLifetime {
        if (maxAge.isNegative()
                || sharedMaxAge.isNegative()
                || staleWhileRevalidate.isNegative()
                || staleIfError.isNegative()) {
            throw new IllegalArgumentException("a cache lifetime cannot be negative");
        }
    }

    /** The limits of a max-age that follows the update interval of a feed. */
    public record Bounds(Duration min, Duration max) {
        /** NetNewsWire ignores a longer max-age. */
        static final Duration MAX = Duration.ofHours(5);

        public static final Bounds DEFAULT = new Bounds(Duration.ofMinutes(15), MAX);

        public Bounds {
            if (min.isNegative() || min.compareTo(max) > 0 || max.compareTo(MAX) > 0) {
                throw new IllegalArgumentException("max-age cannot be between %s and %s".formatted(min, max));
            }
        }

        Duration clamp(Duration interval) {
            if (interval.compareTo(min) < 0) {
                return min;
            }
            return interval.compareTo(max) > 0 ? max : interval;
        }
    }

    public CacheLifetime withBounds(Bounds others) {
        return new CacheLifetime(maxAge, sharedMaxAge, staleWhileRevalidate, staleIfError, Optional.of(others));
    }

    /**
     * Returns the Cache-Control value. Never no-store or no-cache, and Expires is not sent: with them some readers drop
     * their validators or poll as often as they can.
     */
    String cacheControl(Optional<Duration> updateInterval) {
        return "public, max-age=%d, s-maxage=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        maxAge(updateInterval).toSeconds(),
                        sharedMaxAge.toSeconds(),
                        staleWhileRevalidate.toSeconds(),
                        staleIfError.toSeconds());
    }

    /** Depends on the feed only, so equal bytes have equal fields. */
    private Duration maxAge(Optional<Duration> updateInterval) {
        return bounds.flatMap(b -> updateInterval.map(b::clamp)).orElse(maxAge);
    }
}
