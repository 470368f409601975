package org.feedside.http;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;

/**
 * A complete response: the server adds no header fields.
 *
 * @param body empty for HEAD, 204 and 304; a response to HEAD keeps its Content-Length
 * @param document the requested document, if it exists, whatever the status
 */
public record FeedResponse(int status, HeaderFields fields, Optional<Bytes> body, Optional<Document> document) {
    /** A response with these header fields, in the order they are sent. */
    public FeedResponse(int status, Map<String, String> headers, Optional<Bytes> body, Optional<Document> document) {
        this(status, HeaderFields.of(headers), body, document);
    }

    /** A response about no document. */
    public FeedResponse(int status, Map<String, String> headers, Optional<Bytes> body) {
        this(status, headers, body, Optional.empty());
    }

    /** Returns the header field values by name, in the order they are sent. */
    public Map<String, String> headers() {
        return fields.asMap();
    }

    /** Returns the value of a header field; the name is case-insensitive. */
    public Optional<String> header(String name) {
        return fields.get(name);
    }

    /** Returns the same response without its body, as for HEAD. */
    public FeedResponse withoutBody() {
        return new FeedResponse(status, fields, Optional.empty(), document);
    }

    /** Returns the complete message as it is sent: the head, then the body. */
    ByteBuffer[] buffers() {
        var head = fields.head(status);
        return body.map(bytes -> new ByteBuffer[] {head, bytes.buffer()}).orElseGet(() -> new ByteBuffer[] {head});
    }

    FeedResponse withDocument(Optional<Document> other) {
        return new FeedResponse(status, fields, body, other);
    }

    /** Returns a builder for a response with this status. */
    public static Builder status(int status) {
        return new Builder(status);
    }

    /** Collects header fields, then adds the body. */
    public static final class Builder {
        private final int status;
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Builder(int status) {
            this.status = status;
        }

        public Builder with(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public FeedResponse withoutBody() {
            return new FeedResponse(status, headers, Optional.empty());
        }

        public FeedResponse withBody(Bytes body) {
            headers.put("Content-Length", Integer.toString(body.size()));
            return new FeedResponse(status, headers, Optional.of(body));
        }
    }
}
