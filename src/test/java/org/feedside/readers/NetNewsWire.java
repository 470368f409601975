package org.feedside.readers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.feedside.http.FeedResponse;

/** NetNewsWire 6 and later, with its own account: LocalAccountRefresher.swift, DownloadSession.swift. */
final class NetNewsWire extends Reader {
    private static final Duration FORGETS_AFTER = Duration.ofDays(8);
    private static final Duration LONGEST = Duration.ofHours(5);
    private static final Duration SHORTEST = Duration.ofMinutes(9);

    private Validators validators = Validators.NONE;
    private Instant since = Instant.MIN;
    private Optional<String> hash = Optional.empty();

    NetNewsWire(String path, String address) {
        super("NetNewsWire (RSS Reader; https://netnewswire.com/)", path, address);
    }

    /** Some servers always say 304, so it forgets what it knows from time to time. */
    @Override
    protected Map<String, String> conditions(Instant now) {
        if (!validators.isEmpty() && since.plus(FORGETS_AFTER).isBefore(now)) {
            validators = Validators.NONE;
        }
        return validators.conditions("gzip, deflate, br");
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() == 429) {
            askAgain(now.plus(retryAfter(response).orElse(Duration.ofMinutes(10))));
        } else if (response.status() >= 400) {
            askAgain(now.plus(response.status() < 500 ? Duration.ofHours(53) : SHORTEST));
        } else {
            // Whatever the latest answer says replaces all, also a 304 that says nothing.
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
        askAgain(now.plus(
                maxAge(response).map(age -> Validators.atMost(LONGEST, age)).orElse(SHORTEST)));
        var body = body(response);
        if (!hash.equals(Optional.of(body.digest()))) {
            hash = Optional.of(body.digest());
            show(ReadFeed.parse(body));
        }
    }
}
