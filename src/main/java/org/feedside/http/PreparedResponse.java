package org.feedside.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/** A response that is available without blocking, and whose head is encoded once, even if it is sent many times. */
public final class PreparedResponse {
    private final FeedResponse response;
    private volatile Optional<ByteBuffer> head = Optional.empty();

    public PreparedResponse(FeedResponse response) {
        this.response = response;
    }

    public FeedResponse response() {
        return response;
    }

    /** Returns the encoded head, in a buffer with its own position. */
    public ByteBuffer head(Function<FeedResponse, ByteBuffer> encoder) {
        var encoded = head;
        if (encoded.isEmpty()) {
            encoded = Optional.of(encoder.apply(response));
            head = encoded;
        }
        return encoded.get().duplicate();
    }
}
