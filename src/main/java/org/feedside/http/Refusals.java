package org.feedside.http;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.feedside.publishing.Bytes;

/** Answers what never reaches the service because Jetty cannot make a request of it; its own pages are HTML and say too much. */
final class Refusals implements Request.Handler {
    private final HttpService service;
    private final InstantSource time;

    Refusals(HttpService service, InstantSource time) {
        this.service = service;
        this.time = time;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = answer(requestOf(request), response.getStatus());
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        var body = answer.body().map(Bytes::toArray).orElseGet(() -> new byte[0]);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private FeedResponse answer(FeedRequest request, int status) {
        var now = time.instant();
        // The servlet stands at "/", which "*" is not below.
        return request.method().equals("OPTIONS") ? service.answer(request, now) : service.refuse(request, status, now);
    }

    private static FeedRequest requestOf(Request request) {
        return new FeedRequest(
                request.getMethod(),
                Optional.ofNullable(request.getHttpURI().getPath()).orElse(""),
                name -> lines(request.getHeaders().getValuesList(name)),
                Optional.ofNullable(Request.getRemoteAddr(request)).orElse(""));
    }

    private static Optional<String> lines(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }
}
