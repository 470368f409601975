package org.feedside.http;

import java.net.URI;
import java.util.Optional;
import org.feedside.config.MovedFeeds;

/**
 * The operator's settings for responses.
 *
 * @param baseUrl the site's public address. Every address in a response is built from it, and none from the request
 * @param cacheLifetime how long caches and readers may reuse a response
 * @param deltas whether readers that send A-IM get only the new entries (RFC 3229)
 * @param browsersSeePages whether a browser that opens a feed is redirected to the page about it
 * @param hub the WebSub hub that gets a ping after each change
 * @param moves moved and retired feeds
 * @param rateLimit the limit for repeated downloads; empty for no limit
 */
public record HttpSettings(
        URI baseUrl,
        CacheLifetime cacheLifetime,
        boolean deltas,
        boolean browsersSeePages,
        Optional<URI> hub,
        MovedFeeds moves,
        Optional<RateLimit> rateLimit) {
    public HttpSettings {
        if (!baseUrl.isAbsolute() || baseUrl.getRawAuthority() == null) {
            throw new IllegalArgumentException(baseUrl + " is not an absolute URL with a host");
        }
    }

    /** Returns the default settings. */
    public static HttpSettings of(URI baseUrl) {
        return new HttpSettings(
                baseUrl,
                CacheLifetime.DEFAULT,
                true,
                false,
                Optional.empty(),
                MovedFeeds.NONE,
                Optional.of(RateLimit.DEFAULT));
    }

    public HttpSettings withCacheLifetime(CacheLifetime other) {
        return new HttpSettings(baseUrl, other, deltas, browsersSeePages, hub, moves, rateLimit);
    }

    public HttpSettings withDeltas(boolean allowed) {
        return new HttpSettings(baseUrl, cacheLifetime, allowed, browsersSeePages, hub, moves, rateLimit);
    }

    public HttpSettings withBrowsersSeeingPages() {
        return new HttpSettings(baseUrl, cacheLifetime, deltas, true, hub, moves, rateLimit);
    }

    public HttpSettings withHub(URI address) {
        return new HttpSettings(
                baseUrl, cacheLifetime, deltas, browsersSeePages, Optional.of(address), moves, rateLimit);
    }

    public HttpSettings withMoves(MovedFeeds other) {
        return new HttpSettings(baseUrl, cacheLifetime, deltas, browsersSeePages, hub, other, rateLimit);
    }

    public HttpSettings withRateLimit(Optional<RateLimit> other) {
        return new HttpSettings(baseUrl, cacheLifetime, deltas, browsersSeePages, hub, moves, other);
    }
}
