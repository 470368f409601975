package org.feedside.http;

import java.time.Duration;
import java.time.InstantSource;
import org.feedside.config.HttpConfig;
import org.feedside.http.server.HttpServer;

/** Creates servers for tests; none is started. {@code -Dfeedside.http.direct=false} turns the fast path off in them. */
public final class TestServer {
    private static final String LOOPBACK = "127.0.0.1";
    private static final boolean DIRECT = Boolean.parseBoolean(System.getProperty("feedside.http.direct", "true"));

    private TestServer() {}

    /** Returns a server at a free loopback port. */
    public static HttpServer of(HttpService service, InstantSource time) {
        return at(LOOPBACK, 0, service, time);
    }

    /** Returns a server at a free loopback port, with the fast path or without, whatever the system property. */
    static HttpServer of(HttpService service, InstantSource time, boolean direct) {
        return new HttpServer(service, time, LOOPBACK, 0, HttpConfig.DEFAULT, direct);
    }

    public static HttpServer at(String host, int port, HttpService service, InstantSource time) {
        return new HttpServer(service, time, host, port, HttpConfig.DEFAULT, DIRECT);
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
                config.proxyField(),
                connections,
                idle,
                request,
                config.moves());
        return new HttpServer(service, time, LOOPBACK, 0, limits, DIRECT);
    }
}
