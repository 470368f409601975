package org.feedside.http.server;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.publishing.Bytes;

/** Converts Jetty's requests to ours, and sends our responses. No thread waits for a slow client. */
final class JettyMessages {
    private JettyMessages() {}

    static FeedRequest request(Context context) {
        return request(ServletContextRequest.getServletContextRequest(context.req()));
    }

    static FeedRequest request(Request request) {
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
        var lines = fields.getValuesList(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }

    /** Sends a response as the last act of a Javalin handler. */
    static void send(FeedResponse feedResponse, Context context) {
        context.skipRemainingHandlers();
        context.future(() -> {
            // Javalin has set a content type.
            context.res().setContentType(null);
            var response = ServletContextResponse.getServletContextResponse(context.res());
            var sent = new Callback.Completable();
            setHead(feedResponse, response.getWrapped());
            if (feedResponse.hasLength()) {
                response.getHttpOutput().sendContent(body(feedResponse), sent);
            } else {
                response.write(false, BufferUtil.EMPTY_BUFFER, sent);
            }
            // A failure means that the client has gone.
            return sent.exceptionally(failure -> null);
        });
    }

    static void send(FeedResponse feedResponse, Response response, Callback callback) {
        setHead(feedResponse, response);
        // At the last write, Jetty adds "Content-Length: 0" to a response without a length, such as 304.
        response.write(feedResponse.hasLength(), body(feedResponse), callback);
    }

    private static void setHead(FeedResponse feedResponse, Response response) {
        response.setStatus(feedResponse.status());
        feedResponse.headers().forEach(response.getHeaders()::put);
    }

    private static ByteBuffer body(FeedResponse response) {
        return response.body().map(Bytes::buffer).orElse(BufferUtil.EMPTY_BUFFER);
    }
}
