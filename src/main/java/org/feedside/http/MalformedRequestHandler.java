package org.feedside.http;

import java.time.InstantSource;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what never reaches the service because Jetty cannot make a request of it; its own pages are HTML and say too much. */
final class MalformedRequestHandler implements Request.Handler {
    private final HttpService service;
    private final InstantSource time;

    MalformedRequestHandler(HttpService service, InstantSource time) {
        this.service = service;
        this.time = time;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = answer(JettyExchange.requestOf(request), response.getStatus());
        if (answer.status() >= 400) {
            // Where this request ends is anybody's guess, so nothing behind it is taken for another.
            response.getHeaders().add(HttpFields.CONNECTION_CLOSE);
        }
        JettyExchange.send(answer, response, callback);
        return true;
    }

    private FeedResponse answer(FeedRequest request, int status) {
        var now = time.instant();
        // The servlet stands at "/", which "*" is not below.
        return request.method().equals("OPTIONS") ? service.answer(request, now) : service.refuse(request, status, now);
    }
}
