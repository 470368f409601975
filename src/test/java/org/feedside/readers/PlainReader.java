package org.feedside.readers;

import java.time.Instant;
import java.util.Map;
import org.feedside.http.FeedResponse;

/** A simple script: downloads the whole feed every hour, without conditional requests. */
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
