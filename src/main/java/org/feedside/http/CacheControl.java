package org.feedside.http;

import java.time.Duration;
import java.util.Optional;
import org.feedside.config.HttpConfig;

/** The Cache-Control values: how long caches and readers may reuse a response (RFC 9111, section 5.2.2; RFC 5861). */
final class CacheControl {
    /** For assets of pages, whose names contain a digest of their bytes. */
    static final String ASSET = "public, max-age=31536000, immutable";

    /** For the manifest: a build that continues from an outdated one would repeat dates that readers already have. */
    static final String MANIFEST = "no-cache";

    private CacheControl() {}

    /**
     * Returns the value for a feed. Never no-store or no-cache, and Expires is not sent: with them some readers drop
     * their validators or poll as often as they can.
     */
    static String of(HttpConfig config, Optional<Duration> updateInterval) {
        return "public, max-age=%d, s-maxage=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        maxAge(config, updateInterval).toSeconds(),
                        config.sharedMaxAge().toSeconds(),
                        config.staleWhileRevalidate().toSeconds(),
                        config.staleIfError().toSeconds());
    }

    /** Depends on the feed only, so equal bytes have equal fields. */
    private static Duration maxAge(HttpConfig config, Optional<Duration> updateInterval) {
        return config.rhythm()
                .flatMap(bounds -> updateInterval.map(bounds::clamp))
                .orElse(config.maxAge());
    }
}
