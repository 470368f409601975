package org.feedside.readers;

import java.time.Instant;
import java.util.Map;
import org.feedside.http.FeedResponse;

/** What somebody wrote in an afternoon: loads everything every hour. */
final class PlainReader extends Reader {
    PlainReader(String path, String address) {
        super("curl/8.0", path, address);
    }

    @Override
    protected Map<String, String> conditions(Instant now) {
        return Map.of();
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() == 200) {
            show(ReadFeed.parse(body(response)));
        }
    }
}
