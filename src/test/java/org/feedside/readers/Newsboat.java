package org.feedside.readers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.http.FeedResponse;

/** Newsboat 2, which uses libcurl: rss/parser.cpp, feedretriever.cpp; curl's transfer.c. */
final class Newsboat extends Reader {
    private Validators validators = Validators.NONE;

    Newsboat(String path, String address) {
        super("Newsboat/2.40.0 (Linux x86_64)", path, address);
    }

    @Override
    protected Map<String, String> conditions(Instant now) {
        var headers = new TreeMap<>(validators.conditions("deflate, gzip, br, zstd"));
        if (!validators.isEmpty()) {
            headers.put("A-IM", "feed");
        }
        return headers;
    }

    @Override
    protected void receive(FeedResponse response, Instant now) {
        if (response.status() >= 400) {
            return;
        }
        var known = date(validators);
        var latest = Validators.of(response);
        validators = latest.or(validators);
        if (response.status() == 304 || isOld(known, date(latest))) {
            return;
        }
        show(ReadFeed.parse(body(response)));
    }

    /** libcurl treats a response that is not newer than the last one as a 304, even if the entity tag differs. */
    private static boolean isOld(Optional<Instant> known, Optional<Instant> latest) {
        return known.isPresent() && latest.isPresent() && !latest.get().isAfter(known.get());
    }

    private static Optional<Instant> date(Validators validators) {
        return validators.lastModified().map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    }
}
