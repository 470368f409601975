package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.feedside.http.FeedResponse;

/** Liferea 1.16: net.c, subscription.c. */
final class Liferea extends Reader {
    private Validators validators = Validators.NONE;

    Liferea(String path, String address) {
        super("Liferea/1.16.3 (Linux; https://lzone.de/liferea/)", path, address);
    }

    @Override
    protected Map<String, String> conditions(Instant now) {
        var headers = new TreeMap<>(validators.conditions("gzip, deflate"));
        if (!validators.isEmpty()) {
            headers.put("A-IM", "feed");
        }
        return headers;
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() == 429) {
            // A bug in Liferea turns every Retry-After into five minutes.
            pollAt(now.plus(Duration.ofMinutes(5)));
        }
        if (response.status() == 410) {
            end();
            return;
        }
        maxAge(response).ifPresent(age -> pollAt(now.plus(age)));
        if (response.status() == 304) {
            return;
        }
        // The validators of an error response replace the stored ones too.
        validators = Validators.of(response);
        if (response.status() < 300) {
            show(ReadFeed.parse(body(response)));
        }
    }
}
