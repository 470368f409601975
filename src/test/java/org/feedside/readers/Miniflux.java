package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.feedside.http.FeedResponse;

/** Miniflux 2: handler.go, response_handler.go, request_builder.go. */
final class Miniflux extends Reader {
    private static final Duration MIN_INTERVAL = Duration.ofMinutes(5);
    private static final Duration MAX_INTERVAL = Duration.ofDays(1);

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
            pollAt(now.plus(Validators.atMost(MAX_INTERVAL, retryAfter(response).orElse(MIN_INTERVAL))));
        }
        if (response.status() >= 400) {
            return;
        }
        var latest = response.header("Expires").orElse("").equals("0") ? Validators.NONE : Validators.of(response);
        if (isModified(response, latest)) {
            pollAt(now.plus(Validators.atMost(
                    MAX_INTERVAL,
                    Validators.atLeast(MIN_INTERVAL, maxAge(response).orElse(MIN_INTERVAL)))));
            show(ReadFeed.parse(body(response)));
            validators = latest;
        } else {
            validators = new Validators(validators.etag(), latest.lastModified().or(validators::lastModified));
        }
    }

    /** Miniflux ignores a body whose entity tag is the stored one. */
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
