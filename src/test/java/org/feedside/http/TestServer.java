package org.feedside.http;

import java.time.Duration;
import java.time.InstantSource;
import org.feedside.config.HttpConfig;

/** Creates servers for tests; none is started. */
public final class TestServer {
    private static final String LOOPBACK = "127.0.0.1";

    private TestServer() {}

    /** Returns a server at a free loopback port. */
    public static HttpServer of(HttpService service, InstantSource time) {
        return at(LOOPBACK, 0, service, time);
    }

    public static HttpServer at(String host, int port, HttpService service, InstantSource time) {
        return new HttpServer(service, time, host, port, HttpConfig.DEFAULT);
    }

    /** Returns a server at a free loopback port, with other limits for connections. */
    static HttpServer of(HttpService service, InstantSource time, int connections, Duration idle, Duration request) {
        var config = HttpConfig.DEFAULT;
        var limits = new HttpConfig(
                config.maxAge(),
                config.sharedMaxAge(),
                config.staleWhileRevalidate(),
                config.staleIfError(),
                config.rhythm(),
                config.deltas(),
                config.burst(),
                config.trustedProxies(),
                connections,
                idle,
                request,
                config.moves());
        return new HttpServer(service, time, LOOPBACK, 0, limits);
    }
}
