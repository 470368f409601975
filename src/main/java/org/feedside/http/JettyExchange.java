package org.feedside.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.feedside.publishing.Bytes;

/** Converts between Jetty's requests and responses and ours. */
final class JettyExchange {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private JettyExchange() {}

    static FeedRequest requestOf(Request request) {
        var uri = request.getHttpURI();
        var fields = request.getHeaders();
        return new FeedRequest(
                request.getMethod(),
                Optional.ofNullable(uri.getPath()).orElse(""),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                name -> joined(fields, name),
                Optional.ofNullable(Request.getRemoteAddr(request)).orElse(""));
    }

    private static Optional<String> joined(HttpFields fields, String name) {
        var value = Optional.<String>empty();
        // An iterator would allocate an object at every lookup.
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.getField(i);
            if (field.is(name)) {
                var line = Optional.ofNullable(field.getValue()).orElse("");
                value = Optional.of(value.map(earlier -> earlier + ", " + line).orElse(line));
            }
        }
        return value;
    }

    static void send(FeedResponse feedResponse, Response response, Callback callback) {
        response.setStatus(feedResponse.status());
        response.getHeaders().add(feedResponse.fields().encoded());
        var body = feedResponse.body().map(Bytes::buffer);
        // With isLast, Jetty adds "Content-Length: 0" to a response without a length, such as 304.
        var isLast = body.isPresent() || feedResponse.fields().hasLength();
        response.write(isLast, body.orElse(EMPTY), callback);
    }
}
