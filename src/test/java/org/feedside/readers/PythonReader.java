package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.feedside.http.FeedResponse;

/** The Python library "reader": _parser/http.py. It always accepts delta feeds (A-IM: feed). */
final class PythonReader extends Reader {
    private Validators validators = Validators.NONE;

    PythonReader(String path, String address) {
        super("python-reader/3.21 (+https://github.com/lemon24/reader)", path, address);
    }

    @Override
    protected Map<String, String> conditions(Instant now) {
        var headers = new TreeMap<>(validators.conditions("gzip, deflate"));
        headers.put("A-IM", "feed");
        return headers;
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() == 429 || response.status() == 503) {
            pollAt(now.plus(retryAfter(response).orElse(Duration.ofHours(1))));
        }
        if (response.status() >= 400) {
            return;
        }
        maxAge(response).ifPresent(age -> pollAt(now.plus(age)));
        validators = Validators.of(response).or(validators);
        if (response.status() != 304) {
            show(ReadFeed.parse(body(response)));
        }
    }
}
