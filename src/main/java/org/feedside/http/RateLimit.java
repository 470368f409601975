package org.feedside.http;

import java.time.Duration;
import java.util.List;
import org.feedside.config.AddressRange;

/**
 * When a client is told to wait: it loaded one and the same version of a feed too often.
 *
 * @param burst how often an address may: a household has several readers, and each loads all of it once
 * @param window in what time; best the max-age
 * @param trustedProxies whose word about the client's address is taken
 */
public record RateLimit(int burst, Duration window, List<AddressRange> trustedProxies) {
    public static final RateLimit DEFAULT = new RateLimit(4, CacheLifetime.DEFAULT.maxAge(), List.of());

    public RateLimit {
        trustedProxies = List.copyOf(trustedProxies);
        if (burst < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "not even the first download is allowed: %d in %s".formatted(burst, window));
        }
    }
}
