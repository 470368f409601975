package org.feedside.http;

import java.time.Duration;

/**
 * How long an answer may be used without asking again (RFC 9111, section 5.2.2; RFC 5861).
 *
 * @param maxAge for readers: the interval at which they are asked to poll
 * @param sharedMaxAge for shared caches: short, so that they notice a new post soon
 * @param staleWhileRevalidate how much longer a cache may answer while it asks
 * @param staleIfError how much longer a cache may answer while we do not
 */
public record Freshness(Duration maxAge, Duration sharedMaxAge, Duration staleWhileRevalidate, Duration staleIfError) {
    public static final Freshness DEFAULT =
            new Freshness(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofDays(1));

    public Freshness {
        if (maxAge.isNegative()
                || sharedMaxAge.isNegative()
                || staleWhileRevalidate.isNegative()
                || staleIfError.isNegative()) {
            throw new IllegalArgumentException("nothing is fresh for less than no time");
        }
    }

    /** Never no-store, no-cache or Expires: readers forget their validators over them, or poll at their fastest. */
    String cacheControl() {
        return "public, max-age=%d, s-maxage=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        maxAge.toSeconds(),
                        sharedMaxAge.toSeconds(),
                        staleWhileRevalidate.toSeconds(),
                        staleIfError.toSeconds());
    }
}
