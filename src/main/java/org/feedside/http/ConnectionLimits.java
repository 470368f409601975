package org.feedside.http;

import java.time.Duration;

/**
 * What clients may cost.
 *
 * @param most how many connections there may be at once; who comes then waits until the idlest are ended
 * @param idle how long a connection may do nothing: longer than proxies keep theirs, so that they end it and not we
 * @param request how long the head of a request may take to arrive, however steadily it trickles
 */
public record ConnectionLimits(int most, Duration idle, Duration request) {
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(20_000, Duration.ofSeconds(75), Duration.ofSeconds(20));

    public ConnectionLimits {
        if (most < 1 || idle.toMillis() < 1 || request.toMillis() < 1) {
            throw new IllegalArgumentException("nobody could connect: %d, %s, %s".formatted(most, idle, request));
        }
    }
}
