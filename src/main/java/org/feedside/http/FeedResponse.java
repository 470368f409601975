package org.feedside.http;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;

/**
 * A complete answer: nothing is added on the way to the socket.
 *
 * @param body none for HEAD, whose Content-Length still tells the size, and none for 204 and 304
 * @param document that was asked for, if there is one, whatever the answer
 */
public record FeedResponse(int status, HeaderFields fields, Optional<Bytes> body, Optional<Document> document) {
    /** An answer with these fields, in the order they are sent. */
    public FeedResponse(int status, Map<String, String> headers, Optional<Bytes> body, Optional<Document> document) {
        this(status, HeaderFields.of(headers), body, document);
    }

    /** An answer that is about no document. */
    public FeedResponse(int status, Map<String, String> headers, Optional<Bytes> body) {
        this(status, headers, body, Optional.empty());
    }

    /** The values of the fields by their names, in the order they are sent. */
    public Map<String, String> headers() {
        return fields.asMap();
    }

    /** A field by its name in any case. */
    public Optional<String> header(String name) {
        return fields.get(name);
    }

    /** The same without its body, as for HEAD. */
    public FeedResponse withoutBody() {
        return new FeedResponse(status, fields, Optional.empty(), document);
    }

    /** All of it, as it goes over the wire. */
    ByteBuffer[] buffers() {
        var head = fields.head(status);
        return body.map(bytes -> new ByteBuffer[] {head, bytes.buffer()}).orElseGet(() -> new ByteBuffer[] {head});
    }

    FeedResponse about(Optional<Document> other) {
        return new FeedResponse(status, fields, body, other);
    }

    /** An answer to which header fields and a body are added. */
    public static Builder status(int status) {
        return new Builder(status);
    }

    /** An answer that is not complete yet. */
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
