package org.feedside.http;

import java.time.Duration;
import java.util.List;
import org.feedside.config.AddressRange;

/**
 * The limit for downloads of one version of a feed; beyond it a client gets 429 (RFC 6585, section 4).
 *
 * @param burst how many downloads one address may make: a household has several readers, and each downloads the feed
 *     once
 * @param window the time in which downloads are counted; should equal the max-age
 * @param trustedProxies the proxies whose X-Forwarded-For and Forwarded fields are trusted
 */
public record RateLimit(int burst, Duration window, List<AddressRange> trustedProxies) {
    public static final RateLimit DEFAULT = new RateLimit(4, CacheLifetime.DEFAULT.maxAge(), List.of());

    public RateLimit {
        trustedProxies = List.copyOf(trustedProxies);
        if (burst < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "a rate limit must allow at least one download, in at least a second: %d in %s"
                            .formatted(burst, window));
        }
    }
}
