package org.feedside.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The {@code [http]} table of {@code feedside.toml}: what readers and proxies are told.
 *
 * @param maxAge how long a reader may use an answer without asking again
 * @param sharedMaxAge the same for shared caches
 * @param staleWhileRevalidate how much longer a cache may answer while it asks
 * @param staleIfError how much longer a cache may answer while we do not
 * @param rhythm the bounds of the max-age, if it follows each feed's own rhythm
 * @param deltas whether readers that ask for it get only what is new to them
 * @param burst how many full downloads of one version an address may make within the max-age; nothing for any number
 * @param trustedProxies whose word about a client's address is taken
 * @param maxConnections how many connections there may be at once
 * @param idleTimeout how long a connection may do nothing
 * @param moves the keys `moved` and `retired`: feeds that are not where they were
 */
public record HttpConfig(
        Duration maxAge,
        Duration sharedMaxAge,
        Duration staleWhileRevalidate,
        Duration staleIfError,
        Optional<Rhythm> rhythm,
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

    /** Between what a max-age may be that follows the posts. */
    public record Rhythm(Duration least, Duration most) {}
}
