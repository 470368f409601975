package org.feedside.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;

/**
 * A complete response: the server adds no header fields.
 *
 * @param headers the values of the header fields by name, in the order they are sent
 * @param body empty for HEAD, 204 and 304; a response to HEAD keeps its Content-Length
 * @param document the requested document, if it exists, whatever the status
 */
public record FeedResponse(int status, Map<String, String> headers, Optional<Bytes> body, Optional<Document> document) {
    private static final String LENGTH = "Content-Length";

    public FeedResponse {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        headers.forEach((name, value) -> {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "the value of %s has a control character, which could end the field: %s"
                                .formatted(name, value));
            }
        });
    }

    /** Returns the value of a header field; the name is case-insensitive. */
    public Optional<String> header(String name) {
        for (var field : headers.entrySet()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    /** Whether the response has a length. Without one, as with 304, the server must not add a length of 0. */
    public boolean hasLength() {
        return headers.containsKey(LENGTH);
    }

    /** Returns the same response without its body, as for HEAD. */
    public FeedResponse withoutBody() {
        return new FeedResponse(status, headers, Optional.empty(), document);
    }

    FeedResponse withDocument(Optional<Document> other) {
        return new FeedResponse(status, headers, body, other);
    }

    /** Returns a response with this status, without fields and body. */
    public static FeedResponse status(int status) {
        return new FeedResponse(status, Map.of(), Optional.empty(), Optional.empty());
    }

    public FeedResponse with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new FeedResponse(status, more, body, document);
    }

    public FeedResponse withBody(Bytes content) {
        var fields = with(LENGTH, Integer.toString(content.size())).headers;
        return new FeedResponse(status, fields, Optional.of(content), document);
    }
}
