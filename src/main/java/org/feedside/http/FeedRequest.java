package org.feedside.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * What of a request decides its answer.
 *
 * @param path as it came, percent-encoded or not, without the query
 * @param headers the value of a field by its name in any case; several lines of one field are joined with commas
 * @param remoteAddress of the other end of the connection, as a literal
 */
public record FeedRequest(
        String method, String path, Function<String, Optional<String>> headers, String remoteAddress) {

    /** A field by its name in any case. */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }
}
