package org.feedside.readers;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.http.FeedResponse;

/** The validators of a response, which a reader stores for its next conditional request. */
record Validators(Optional<String> etag, Optional<String> lastModified) {
    static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    static Validators of(FeedResponse response) {
        return new Validators(response.header("ETag"), response.header("Last-Modified"));
    }

    /** Returns these validators, completed with others where one is missing. */
    Validators or(Validators others) {
        return new Validators(etag.or(others::etag), lastModified.or(others::lastModified));
    }

    boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    /** The header fields of a conditional request. */
    Map<String, String> conditions(String acceptEncoding) {
        var headers = new TreeMap<String, String>();
        headers.put("Accept-Encoding", acceptEncoding);
        etag.ifPresent(tag -> headers.put("If-None-Match", tag));
        lastModified.ifPresent(date -> headers.put("If-Modified-Since", date));
        return headers;
    }

    static Duration atMost(Duration limit, Duration duration) {
        return duration.compareTo(limit) > 0 ? limit : duration;
    }

    static Duration atLeast(Duration limit, Duration duration) {
        return duration.compareTo(limit) < 0 ? limit : duration;
    }
}
