package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.feedside.http.FeedResponse;

/** NetNewsWire 6 and later, with a local account: LocalAccountRefresher.swift, DownloadSession.swift. */
final class NetNewsWire extends Reader {
    private static final Duration MAX_VALIDATORS_AGE = Duration.ofDays(8);
    private static final Duration MAX_INTERVAL = Duration.ofHours(5);
    private static final Duration MIN_INTERVAL = Duration.ofMinutes(9);

    private Validators validators = Validators.NONE;
    private Instant since = Instant.MIN;
    private Optional<String> hash = Optional.empty();

    NetNewsWire(String path, String address) {
        super("NetNewsWire (RSS Reader; https://netnewswire.com/)", path, address);
    }

    /** Some servers always respond with 304, so NetNewsWire drops the validators from time to time. */
    @Override
    protected Map<String, String> conditions(Instant now) {
        if (!validators.isEmpty() && since.plus(MAX_VALIDATORS_AGE).isBefore(now)) {
            validators = Validators.NONE;
        }
        return validators.conditions("gzip, deflate, br");
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() == 429) {
            pollAt(now.plus(retryAfter(response).orElse(Duration.ofMinutes(10))));
        } else if (response.status() >= 400) {
            pollAt(now.plus(response.status() < 500 ? Duration.ofHours(53) : MIN_INTERVAL));
        } else {
            // The validators of the latest response replace the stored ones, even if a 304 has none.
            var latest = Validators.of(response);
            latest = latest.lastModified().orElse("").contains("2038")
                    ? new Validators(latest.etag(), Optional.empty())
                    : latest;
            since = latest.equals(validators) ? since : now;
            validators = latest;
            if (response.status() != 304) {
                read(response, now);
            }
        }
    }

    private void read(FeedResponse response, Instant now) {
        pollAt(now.plus(maxAge(response)
                .map(age -> Validators.atMost(MAX_INTERVAL, age))
                .orElse(MIN_INTERVAL)));
        var body = body(response);
        if (!hash.equals(Optional.of(body.digest()))) {
            hash = Optional.of(body.digest());
            show(ReadFeed.parse(body));
        }
    }
}
