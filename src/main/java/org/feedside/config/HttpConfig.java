package org.feedside.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code [http]} table of {@code feedside.toml}: caching and limits of HTTP.
 *
 * @param maxAge how long a feed reader may use a response without revalidation (RFC 9111, section 5.2.2.1): the interval
 *     at which it should poll
 * @param sharedMaxAge the same for shared caches (s-maxage): short, so that they notice a new post soon
 * @param staleWhileRevalidate how much longer a cache may use a response while it revalidates (RFC 5861)
 * @param staleIfError how much longer a cache may use a response while this server fails (RFC 5861)
 * @param rhythm the bounds of a max-age that follows each feed's publishing interval; empty for the fixed max-age
 * @param deltas whether readers that support delta encoding get only new entries (RFC 3229, A-IM: feed)
 * @param burst how many complete downloads of the same version one client may make within the max-age; empty for no
 *     limit. A household has several readers, and each downloads the feed once
 * @param trustedProxies the proxies that are trusted to name their clients
 * @param proxyField the field in which the trusted proxies name them
 * @param maxConnections how many connections may be open at once; further clients wait until idle connections are
 *     closed
 * @param idleTimeout after how long an idle connection is closed; longer than the idle timeout of proxies, so that the
 *     proxy closes it and not the server
 * @param requestTimeout how long the head of a request may take to arrive, even if bytes keep coming; not a key
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
        ProxyField proxyField,
        int maxConnections,
        Duration idleTimeout,
        Duration requestTimeout,
        MovedFeeds moves) {
    public static final HttpConfig DEFAULT = HttpConfigReader.read(SettingValues.NONE);

    public HttpConfig {
        trustedProxies = List.copyOf(trustedProxies);
        if (Stream.of(maxAge, sharedMaxAge, staleWhileRevalidate, staleIfError).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a cache lifetime cannot be negative");
        }
        if (burst.isPresent() && (burst.get() < 1 || maxAge.toSeconds() < 1)) {
            throw new IllegalArgumentException(
                    "a rate limit must allow at least one download, in at least a second: %d in %s"
                            .formatted(burst.get(), maxAge));
        }
        if (maxConnections < 1 || idleTimeout.toMillis() < 1 || requestTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("connection limits must be positive: %d, %s, %s"
                    .formatted(maxConnections, idleTimeout, requestTimeout));
        }
    }

    /** The bounds of a max-age that follows the publishing interval. */
    public record MaxAgeBounds(Duration least, Duration most) {
        /** NetNewsWire ignores a longer max-age. */
        private static final Duration MAX = Duration.ofHours(5);

        public static final MaxAgeBounds DEFAULT = new MaxAgeBounds(Duration.ofMinutes(15), MAX);

        public MaxAgeBounds {
            if (least.isNegative() || least.compareTo(most) > 0 || most.compareTo(MAX) > 0) {
                throw new IllegalArgumentException("max-age cannot be between %s and %s".formatted(least, most));
            }
        }

        /** Returns the duration within the bounds that is nearest to an interval. */
        public Duration clamp(Duration interval) {
            if (interval.compareTo(least) < 0) {
                return least;
            }
            return interval.compareTo(most) > 0 ? most : interval;
        }
    }
}
