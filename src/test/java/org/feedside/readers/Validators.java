package org.feedside.readers;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feedside.http.FeedResponse;

/** What a reader remembers of an answer to ask again with. */
record Validators(Optional<String> etag, Optional<String> lastModified) {
    static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    static Validators of(FeedResponse response) {
        return new Validators(response.header("ETag"), response.header("Last-Modified"));
    }

    /** What is missing here stays as it was. */
    Validators or(Validators others) {
        return new Validators(etag.or(others::etag), lastModified.or(others::lastModified));
    }

    boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    Map<String, String> conditions(String acceptEncoding) {
        var headers = new TreeMap<String, String>();
        headers.put("Accept-Encoding", acceptEncoding);
        etag.ifPresent(tag -> headers.put("If-None-Match", tag));
        lastModified.ifPresent(date -> headers.put("If-Modified-Since", date));
        return headers;
    }

    static Duration atMost(Duration limit, Duration wanted) {
        return wanted.compareTo(limit) > 0 ? limit : wanted;
    }

    static Duration atLeast(Duration limit, Duration wanted) {
        return wanted.compareTo(limit) < 0 ? limit : wanted;
    }
}
