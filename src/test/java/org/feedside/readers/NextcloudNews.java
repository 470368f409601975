package org.feedside.readers;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.http.FeedResponse;

/** Nextcloud News 28 with feed-io: FeedFetcher.php, FeedIoClient.php. It stores Last-Modified only, no entity tag. */
final class NextcloudNews extends Reader {
    private Optional<String> lastModified = Optional.empty();

    NextcloudNews(String path, String address) {
        super("NextCloud-News/1.0", path, address);
    }

    @Override
    protected Map<String, String> conditions(Instant now) {
        var headers = new TreeMap<String, String>();
        headers.put("Accept-Encoding", "gzip, deflate");
        lastModified.ifPresent(date -> headers.put("If-Modified-Since", date));
        return headers;
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() >= 400) {
            return;
        }
        lastModified = response.header("Last-Modified").or(() -> lastModified);
        if (response.status() != 304) {
            show(ReadFeed.parse(body(response)));
        }
    }
}
