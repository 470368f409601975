package org.feedside.http;

import java.util.Optional;
import java.util.TreeMap;

/** Builds requests for tests. */
public final class Requests {
    private Requests() {}

    static FeedRequest get(String path, String... fields) {
        return from("203.0.113.5", path, fields);
    }

    /** Returns the request of a submitted form. */
    static FeedRequest withQuery(String path, String query) {
        return new FeedRequest("GET", path, query, name -> Optional.empty(), "203.0.113.5");
    }

    static FeedRequest from(String address, String path, String... fields) {
        return of("GET", address, path, fields);
    }

    /** Returns a request with fields like {@code "If-None-Match: *"}. */
    public static FeedRequest of(String method, String address, String path, String... fields) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var field : fields) {
            var parts = field.split(": ", 2);
            headers.put(parts[0], parts[1]);
        }
        return new FeedRequest(method, path, "", name -> Optional.ofNullable(headers.get(name)), address);
    }
}
