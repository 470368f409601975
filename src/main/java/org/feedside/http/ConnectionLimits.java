package org.feedside.http;

import java.time.Duration;

/**
 * The limits for connections.
 *
 * @param maxConnections how many connections may be open at once; further clients wait until idle connections are
 *     closed
 * @param idleTimeout how long a connection may be idle; longer than the idle timeout of proxies, so that the proxy
 *     closes it and not the server
 * @param requestTimeout how long the head of a request may take to arrive, even if bytes keep coming
 */
public record ConnectionLimits(int maxConnections, Duration idleTimeout, Duration requestTimeout) {
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(20_000, Duration.ofSeconds(75), Duration.ofSeconds(20));

    public ConnectionLimits {
        if (maxConnections < 1 || idleTimeout.toMillis() < 1 || requestTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("connection limits must be positive: %d, %s, %s"
                    .formatted(maxConnections, idleTimeout, requestTimeout));
        }
    }
}
