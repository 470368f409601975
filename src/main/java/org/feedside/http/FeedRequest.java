package org.feedside.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * What of a request decides its answer.
 *
 * @param path as it came, percent-encoded or not, without the query
 * @param query as it came, without the question mark; empty if there is none
 * @param headers the value of a field by its name in any case; several lines of one field are joined with commas
 * @param remoteAddress of the other end of the connection, as a literal
 */
public record FeedRequest(
        String method, String path, String query, Function<String, Optional<String>> headers, String remoteAddress) {
    /** A request without a query. */
    public FeedRequest(String method, String path, Function<String, Optional<String>> headers, String remoteAddress) {
        this(method, path, "", headers, remoteAddress);
    }

    /** A field by its name in any case. */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }
}
