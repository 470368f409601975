package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.feedside.http.FeedResponse;

/** CommaFeed 7: HttpGetter.java, FeedFetcher.java, FeedRefreshWorker.java. */
final class CommaFeed extends Reader {
    private static final Duration MIN_INTERVAL = Duration.ofMinutes(5);
    private static final Duration MAX_INTERVAL = Duration.ofHours(4);

    private Validators validators = Validators.NONE;
    private Optional<String> hash = Optional.empty();
    private Optional<String> date = Optional.empty();

    CommaFeed(String path, String address) {
        super("CommaFeed/7.3.2 (https://github.com/Athou/commafeed)", path, address);
    }

    @Override
    protected Map<String, String> conditions(Instant now) {
        return validators.conditions("gzip, deflate, br");
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() == 429 || response.status() == 503) {
            pollAt(now.plus(retryAfter(response).orElse(MIN_INTERVAL)));
        } else if (response.status() < 300) {
            pollAt(now.plus(Validators.atMost(
                    MAX_INTERVAL,
                    Validators.atLeast(MIN_INTERVAL, maxAge(response).orElse(MIN_INTERVAL)))));
            read(response);
        }
    }

    /** CommaFeed ignores the entries of a feed whose date has not changed. */
    private void read(FeedResponse response) {
        var body = body(response);
        var feed = ReadFeed.parse(body);
        validators = Validators.of(response).or(validators);
        if (hash.equals(Optional.of(body.digest())) || (date.isPresent() && date.equals(feed.date()))) {
            return;
        }
        validators = Validators.of(response);
        hash = Optional.of(body.digest());
        date = feed.date();
        show(feed);
    }
}
