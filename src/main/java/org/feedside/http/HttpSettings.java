package org.feedside.http;

import java.net.URI;
import java.util.Optional;
import org.feedside.config.MovedFeeds;

/**
 * What the operator decides about answers.
 *
 * @param baseUrl the site's public address: every address we send is built from it, none from what a client says
 * @param freshness how long an answer may be used without asking again
 * @param deltas whether readers that ask for it get only what is new to them
 * @param browsersSeePages whether a browser that is led to a feed is sent to the page about it
 * @param hub the WebSub hub that is told of changes
 * @param moves where feeds went
 * @param politeness what becomes of clients that load the same again and again; nothing if they may
 */
public record HttpSettings(
        URI baseUrl,
        CacheLifetime freshness,
        boolean deltas,
        boolean browsersSeePages,
        Optional<URI> hub,
        MovedFeeds moves,
        Optional<RateLimit> politeness) {
    public HttpSettings {
        if (!baseUrl.isAbsolute() || baseUrl.getRawAuthority() == null) {
            throw new IllegalArgumentException(baseUrl + " is not the address of a site");
        }
    }

    /** The defaults. */
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

    public HttpSettings withFreshness(CacheLifetime other) {
        return new HttpSettings(baseUrl, other, deltas, browsersSeePages, hub, moves, politeness);
    }

    public HttpSettings withDeltas(boolean allowed) {
        return new HttpSettings(baseUrl, freshness, allowed, browsersSeePages, hub, moves, politeness);
    }

    public HttpSettings withBrowsersSeeingPages() {
        return new HttpSettings(baseUrl, freshness, deltas, true, hub, moves, politeness);
    }

    public HttpSettings withHub(URI address) {
        return new HttpSettings(baseUrl, freshness, deltas, browsersSeePages, Optional.of(address), moves, politeness);
    }

    public HttpSettings withMoves(MovedFeeds other) {
        return new HttpSettings(baseUrl, freshness, deltas, browsersSeePages, hub, other, politeness);
    }

    public HttpSettings withPoliteness(Optional<RateLimit> other) {
        return new HttpSettings(baseUrl, freshness, deltas, browsersSeePages, hub, moves, other);
    }
}
