package org.feedside.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an answer may be used without asking again (RFC 9111, section 5.2.2; RFC 5861).
 *
 * @param maxAge for readers: the interval at which they are asked to poll
 * @param sharedMaxAge for shared caches: short, so that they notice a new post soon
 * @param staleWhileRevalidate how much longer a cache may answer while it asks
 * @param staleIfError how much longer a cache may answer while we do not
 * @param bounds if the max-age follows each feed's own rhythm: between what
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
            throw new IllegalArgumentException("nothing is fresh for less than no time");
        }
    }

    /** For feeds that are asked for as often as their posts suggest. */
    public record Bounds(Duration least, Duration most) {
        /** NetNewsWire believes in no more. */
        static final Duration LONGEST = Duration.ofHours(5);

        public static final Bounds DEFAULT = new Bounds(Duration.ofMinutes(15), LONGEST);

        public Bounds {
            if (least.isNegative() || least.compareTo(most) > 0 || most.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("max-age cannot be between %s and %s".formatted(least, most));
            }
        }

        Duration around(Duration wanted) {
            if (wanted.compareTo(least) < 0) {
                return least;
            }
            return wanted.compareTo(most) > 0 ? most : wanted;
        }
    }

    public CacheLifetime withBounds(Bounds others) {
        return new CacheLifetime(maxAge, sharedMaxAge, staleWhileRevalidate, staleIfError, Optional.of(others));
    }

    /** Never no-store, no-cache or Expires: readers forget their validators over them, or poll at their fastest. */
    String cacheControl(Optional<Duration> rhythm) {
        return "public, max-age=%d, s-maxage=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        maxAge(rhythm).toSeconds(),
                        sharedMaxAge.toSeconds(),
                        staleWhileRevalidate.toSeconds(),
                        staleIfError.toSeconds());
    }

    /** Depends on the feed alone, so two answers with the same bytes say the same. */
    private Duration maxAge(Optional<Duration> rhythm) {
        return bounds.flatMap(b -> rhythm.map(b::around)).orElse(maxAge);
    }
}
