package org.feedside.http;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.feedside.publishing.Bytes;

/** Answers what never reaches the service because Jetty cannot make a request of it; its own pages are HTML and say too much. */
final class Refusals implements Request.Handler {
    private final InstantSource time;

    Refusals(InstantSource time) {
        this.time = time;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = answer(request.getMethod(), response.getStatus());
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        var body = answer.body().map(Bytes::toArray).orElseGet(() -> new byte[0]);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private FeedResponse answer(String method, int status) {
        var now = time.instant();
        if (method.equals("OPTIONS")) {
            // The servlet stands at "/", which "*" is not below.
            return Answers.options(now);
        }
        return status == 503 ? Answers.stopping(now) : Answers.refused(status, now);
    }
}
