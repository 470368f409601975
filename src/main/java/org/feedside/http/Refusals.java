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
        var now = time.instant();
        // The servlet stands at "/", which "*" is not below.
        var answer = request.getMethod().equals("OPTIONS")
                ? Answers.options(now)
                : Answers.refused(response.getStatus(), now);
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        var body = answer.body().map(Bytes::toArray).orElseGet(() -> new byte[0]);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
