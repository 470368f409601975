package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Bytes;

/** FreshRSS with its SimplePie: SimplePie.php, HTTP/Utils.php. */
final class FreshRss extends Reader {
    private static final Pattern NOISE =
            Pattern.compile("<(lastBuildDate|pubDate|updated)>[^<]+</\\1>|<!--.*?-->", Pattern.DOTALL);
    private static final Duration SHORTEST = Duration.ofMinutes(20);
    private static final Duration LONGEST = Duration.ofDays(1);

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
        // The fields of a 304 take the place of those that were stored.
        validators = Validators.of(response);
        askAgain(now.plus(Validators.atLeast(
                SHORTEST, Validators.atMost(LONGEST, maxAge(response).orElse(SHORTEST)))));
        if (response.status() != 304) {
            read(body(response));
        }
    }

    private void read(Bytes body) {
        var cleaned = Bytes.utf8(NOISE.matcher(body.toString()).replaceAll("")).digest();
        if (!hash.equals(Optional.of(cleaned))) {
            hash = Optional.of(cleaned);
            show(ReadFeed.parse(body));
        }
    }
}
