package org.feedside.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds back who loads the same again and again instead of asking whether it changed. */
final class RateLimiter {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);

    private final ClientAddress clients;
    private final DownloadCounts downloads;

    RateLimiter(RateLimit politeness) {
        this.clients = new ClientAddress(politeness.trustedProxies());
        this.downloads = new DownloadCounts(politeness.burst(), politeness.window());
    }

    /** The answer itself, or the advice to wait. Who asks with the right tag never gets that. */
    FeedResponse pass(FeedRequest request, FeedResponse response, Instant now) {
        var wait = version(response)
                .flatMap(version -> clients.of(request)
                        .filter(client -> !isValidator(request))
                        .flatMap(client -> downloads.count(client, version, now)));
        wait.ifPresent(time -> LOG.debug("{} loads {} too often", request.remoteAddress(), request.path()));
        return wait.map(time -> Responses.tooManyRequests(roundedUp(time), now).about(response.document()))
                .orElse(response);
    }

    /**
     * What is loaded: one version of one feed, in whichever coding. A version that comes again after another has the same
     * bytes, but a later date: who loads it again is right to.
     */
    private static Optional<String> version(FeedResponse response) {
        // People may look at a page as often as they like.
        return response.body()
                .filter(body -> response.header("ETag").isPresent())
                .flatMap(body -> response.document())
                .map(document -> document.digest()
                        + document.lastModified().map(time -> " " + time).orElse(""));
    }

    /** People who mend their feed look at it many times. */
    private static boolean isValidator(FeedRequest request) {
        return request.header("User-Agent")
                .filter(agent -> agent.contains("FeedValidator/"))
                .isPresent();
    }

    private static Duration roundedUp(Duration time) {
        return Duration.ofSeconds(time.plusNanos(999_999_999).toSeconds());
    }
}
