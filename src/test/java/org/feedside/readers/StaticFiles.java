package org.feedside.readers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Bytes;

/**
 * A static web server with its default configuration: the entity tag of a file is its time and size, both conditions
 * must match, and XML is not compressed. Each build of the site rewrites every file.
 */
final class StaticFiles {
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private Bytes file = Bytes.utf8("");
    private Instant written = Instant.EPOCH;

    void build(Bytes feed, Instant now) {
        file = feed;
        written = now;
    }

    FeedResponse respond(FeedRequest request, Instant now) {
        var tag = "\"%x-%x\"".formatted(written.getEpochSecond(), file.size());
        var date = DATE.format(written);
        var tags = request.headers().apply("If-None-Match");
        var since = request.headers().apply("If-Modified-Since");
        var isNotModified = (tags.isPresent() || since.isPresent())
                && tags.orElse(tag).equals(tag)
                && since.orElse(date).equals(date);

        var headers = new LinkedHashMap<String, String>();
        headers.put("Server", "nginx");
        headers.put("Date", DATE.format(now));
        headers.put("Last-Modified", date);
        headers.put("ETag", tag);
        if (isNotModified) {
            return new FeedResponse(304, headers, Optional.empty(), Optional.empty());
        }
        headers.put("Content-Type", "text/xml");
        headers.put("Content-Length", Integer.toString(file.size()));
        headers.put("Accept-Ranges", "bytes");
        return new FeedResponse(200, headers, Optional.of(file), Optional.empty());
    }
}
