package org.feedside.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.feedside.publishing.Bytes;

/** Translates between Jetty's words and ours. */
final class JettyExchange {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private JettyExchange() {}

    static FeedRequest requestOf(Request request) {
        var uri = request.getHttpURI();
        var fields = request.getHeaders();
        return new FeedRequest(
                request.getMethod(),
                Optional.ofNullable(uri.getPath()).orElse(""),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                name -> lines(fields, name),
                Optional.ofNullable(Request.getRemoteAddr(request)).orElse(""));
    }

    private static Optional<String> lines(HttpFields fields, String name) {
        var value = Optional.<String>empty();
        // With an iterator, every look at a field would make an object.
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.getField(i);
            if (field.is(name)) {
                var line = Optional.ofNullable(field.getValue()).orElse("");
                value = Optional.of(value.map(before -> before + ", " + line).orElse(line));
            }
        }
        return value;
    }

    static void send(FeedResponse answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().add(answer.fields().encoded());
        var body = answer.body().map(Bytes::buffer);
        // Told that nothing follows, Jetty says "Content-Length: 0" where there is no length, as in a 304.
        var isLast = body.isPresent() || answer.fields().hasLength();
        response.write(isLast, body.orElse(NOTHING), callback);
    }
}
