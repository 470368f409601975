package org.feedside.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feedside.publishing.Bytes;

/**
 * A complete answer: nothing is added on the way to the socket.
 *
 * @param headers in the order they are sent
 * @param body none for HEAD, whose Content-Length still tells the size, and none for 204 and 304
 */
public record FeedResponse(int status, Map<String, String> headers, Optional<Bytes> body) {
    public FeedResponse {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A field by its name in any case. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    FeedResponse withoutBody() {
        return new FeedResponse(status, headers, Optional.empty());
    }

    static Builder status(int status) {
        return new Builder(status);
    }

    static final class Builder {
        private final int status;
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Builder(int status) {
            this.status = status;
        }

        Builder with(String name, String value) {
            headers.put(name, value);
            return this;
        }

        FeedResponse withoutBody() {
            return new FeedResponse(status, headers, Optional.empty());
        }

        FeedResponse withBody(Bytes body) {
            headers.put("Content-Length", Integer.toString(body.size()));
            return new FeedResponse(status, headers, Optional.of(body));
        }
    }
}
