package org.feedside.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * The parts of a request that decide the response.
 *
 * @param path the raw path, percent-encoded or not, without the query
 * @param query the raw query, without the question mark; empty if there is none
 * @param headers returns the value of a header field; names are case-insensitive, and several lines of one field
 *     are joined with commas
 * @param remoteAddress the IP address of the other end of the connection, as text
 */
public record FeedRequest(
        String method, String path, String query, Function<String, Optional<String>> headers, String remoteAddress) {
    /** Returns the value of a header field; the name is case-insensitive. */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }
}
