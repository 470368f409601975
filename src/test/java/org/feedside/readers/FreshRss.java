package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Bytes;

/** FreshRSS with its version of SimplePie: SimplePie.php, HTTP/Utils.php. */
final class FreshRss extends Reader {
    private static final Pattern DATES_AND_COMMENTS =
            Pattern.compile("<(lastBuildDate|pubDate|updated)>[^<]+</\\1>|<!--.*?-->", Pattern.DOTALL);
    private static final Duration MIN_INTERVAL = Duration.ofMinutes(20);
    private static final Duration MAX_INTERVAL = Duration.ofDays(1);

    private Validators validators = Validators.NONE;
    private Optional<String> hash = Optional.empty();

    FreshRss(String path, String address) {
        super("FreshRSS/1.27.0 (Linux; https://freshrss.org)", path, address);
    }

    @Override
    protected Map<String, String> conditions(Instant now) {
        return validators.conditions("deflate, gzip, br");
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() == 410) {
            end();
        }
        if (response.status() >= 400) {
            return;
        }
        // The validators of a 304 replace the stored ones.
        validators = Validators.of(response);
        pollAt(now.plus(Validators.atLeast(
                MIN_INTERVAL, Validators.atMost(MAX_INTERVAL, maxAge(response).orElse(MIN_INTERVAL)))));
        if (response.status() != 304) {
            read(body(response));
        }
    }

    private void read(Bytes body) {
        var cleaned = Bytes.utf8(DATES_AND_COMMENTS.matcher(body.toString()).replaceAll(""))
                .digest();
        if (!hash.equals(Optional.of(cleaned))) {
            hash = Optional.of(cleaned);
            show(ReadFeed.parse(body));
        }
    }
}
