package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.feedside.http.FeedResponse;

/** Miniflux 2: handler.go, response_handler.go, request_builder.go. */
final class Miniflux extends Reader {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);

    private Validators validators = Validators.NONE;

    Miniflux(String path, String address) {
        super("Mozilla/5.0 (compatible; Miniflux/2.2; +https://miniflux.app)", path, address);
    }

    @Override
    protected Map<String, String> conditions(Instant now) {
        var headers = new TreeMap<>(validators.conditions("br,gzip"));
        headers.put("Accept", "application/xml,application/atom+xml,application/rss+xml,text/xml,text/html,*/*;q=0.9");
        return headers;
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() == 429) {
            askAgain(now.plus(Validators.atMost(LONGEST, retryAfter(response).orElse(SHORTEST))));
        }
        if (response.status() >= 400) {
            return;
        }
        var latest = response.header("Expires").orElse("").equals("0") ? Validators.NONE : Validators.of(response);
        if (isModified(response, latest)) {
            askAgain(now.plus(Validators.atMost(
                    LONGEST, Validators.atLeast(SHORTEST, maxAge(response).orElse(SHORTEST)))));
            show(ReadFeed.parse(body(response)));
            validators = latest;
        } else {
            validators = new Validators(validators.etag(), latest.lastModified().or(validators::lastModified));
        }
    }

    /** A body under the tag that it knows is not even looked at. */
    private boolean isModified(FeedResponse response, Validators latest) {
        if (response.status() == 304) {
            return false;
        }
        if (latest.etag().isPresent()) {
            return !latest.etag().equals(validators.etag());
        }
        return latest.lastModified().isEmpty() || !latest.lastModified().equals(validators.lastModified());
    }
}
