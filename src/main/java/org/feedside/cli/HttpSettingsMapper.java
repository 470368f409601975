package org.feedside.cli;

import java.net.URI;
import java.util.Optional;
import org.feedside.config.HttpConfig;
import org.feedside.config.ServiceConfig;
import org.feedside.http.CacheLifetime;
import org.feedside.http.ConnectionLimits;
import org.feedside.http.HttpSettings;
import org.feedside.http.RateLimit;

/** Converts the configuration to the HTTP server's settings. */
final class HttpSettingsMapper {
    private HttpSettingsMapper() {}

    static ConnectionLimits limits(HttpConfig config) {
        return new ConnectionLimits(
                config.maxConnections(), config.idleTimeout(), ConnectionLimits.DEFAULT.requestTimeout());
    }

    static HttpSettings settings(ServiceConfig service, URI baseUrl, Optional<URI> hub) {
        var config = service.http();
        return new HttpSettings(
                baseUrl,
                new CacheLifetime(
                        config.maxAge(),
                        config.sharedMaxAge(),
                        config.staleWhileRevalidate(),
                        config.staleIfError(),
                        config.rhythm().map(r -> new CacheLifetime.Bounds(r.least(), r.most()))),
                config.deltas(),
                service.pages().browsersSeePages(),
                hub,
                config.moves(),
                config.burst().map(burst -> new RateLimit(burst, config.maxAge(), config.trustedProxies())));
    }
}
