package org.feedside.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The {@code [http]} table of {@code feedside.toml}: caching and limits of HTTP.
 *
 * @param maxAge how long a feed reader may use a response without revalidation (RFC 9111, section 5.2.2.1)
 * @param sharedMaxAge the same for shared caches (s-maxage)
 * @param staleWhileRevalidate how much longer a cache may use a response while it revalidates (RFC 5861)
 * @param staleIfError how much longer a cache may use a response while this server fails (RFC 5861)
 * @param rhythm the bounds of a max-age that follows each feed's publishing interval; empty for the fixed max-age
 * @param deltas whether readers that support delta encoding get only new entries (RFC 3229, A-IM: feed)
 * @param burst how many complete downloads of the same version one client may make within the max-age; empty for no
 *     limit
 * @param trustedProxies the proxies whose X-Forwarded-For is trusted
 * @param maxConnections the maximum number of open connections
 * @param idleTimeout after how long an idle connection is closed
 * @param moves feeds that moved or ended, from the keys of the same meaning
 */
public record HttpConfig(
        Duration maxAge,
        Duration sharedMaxAge,
        Duration staleWhileRevalidate,
        Duration staleIfError,
        Optional<MaxAgeBounds> rhythm,
        boolean deltas,
        Optional<Integer> burst,
        List<AddressRange> trustedProxies,
        int maxConnections,
        Duration idleTimeout,
        MovedFeeds moves) {
    public static final HttpConfig DEFAULT = new HttpConfig(
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofDays(1),
            Optional.empty(),
            true,
            Optional.of(4),
            List.of(),
            20_000,
            Duration.ofSeconds(75),
            MovedFeeds.NONE);

    public HttpConfig {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** The bounds of a max-age that follows the publishing interval. */
    public record MaxAgeBounds(Duration least, Duration most) {}
}
