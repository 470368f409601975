package org.feedside.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.feedside.config.HttpConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits clients that download the same version again and again instead of sending conditional requests. */
final class RateLimiter {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);

    private final ClientAddress clients;
    private final DownloadCounts downloads;

    /**
     * @param burst how many downloads of one version one client may make within the max-age; beyond it a client gets
     *     429 (RFC 6585, section 4)
     */
    RateLimiter(int burst, HttpConfig config) {
        this.clients = new ClientAddress(config.trustedProxies(), config.proxyField());
        this.downloads = new DownloadCounts(burst, config.maxAge());
    }

    /** Returns 429 if the client may not have the response. Conditional requests that match are never limited. */
    Optional<FeedResponse> refusal(FeedRequest request, FeedResponse response, Instant now) {
        var wait = version(response)
                .flatMap(version -> clients.of(request)
                        .filter(client -> !isFeedValidator(request))
                        .flatMap(client -> downloads.count(client, version, now)));
        wait.ifPresent(duration -> LOG.debug("{} downloads {} too often", request.remoteAddress(), request.path()));
        return wait.map(
                duration -> Responses.tooManyRequests(roundedUp(duration), now).withDocument(response.document()));
    }

    /**
     * Identifies the downloaded version of a feed, in any coding. A version that returns after another one has the same
     * bytes but a later Last-Modified, so it counts as new.
     */
    private static Optional<String> version(FeedResponse response) {
        // Pages have no document here: they are not limited.
        return response.body()
                .filter(body -> response.header("ETag").isPresent())
                .flatMap(body -> response.document())
                .map(document -> document.digest()
                        + document.lastModified().map(time -> " " + time).orElse(""));
    }

    /** Whether the client is the W3C feed validator, which authors run many times while they fix a feed. */
    private static boolean isFeedValidator(FeedRequest request) {
        return request.header("User-Agent")
                .filter(agent -> agent.contains("FeedValidator/"))
                .isPresent();
    }

    private static Duration roundedUp(Duration time) {
        return Duration.ofSeconds(time.plusNanos(999_999_999).toSeconds());
    }
}
