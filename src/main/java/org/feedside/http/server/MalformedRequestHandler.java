package org.feedside.http.server;

import java.time.InstantSource;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.HttpService;

/** Responds to requests that Jetty cannot parse. Jetty's own error pages are HTML and reveal internals. */
final class MalformedRequestHandler implements Request.Handler {
    private final HttpService service;
    private final InstantSource time;

    MalformedRequestHandler(HttpService service, InstantSource time) {
        this.service = service;
        this.time = time;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var feedResponse = response(JettyMessages.request(request), response.getStatus());
        if (feedResponse.status() >= 400) {
            // The end of a malformed request is unknown, so the connection is closed (request smuggling).
            response.getHeaders().add(HttpFields.CONNECTION_CLOSE);
        }
        JettyMessages.send(feedResponse, response, callback);
        return true;
    }

    private FeedResponse response(FeedRequest request, int status) {
        var now = time.instant();
        // The servlet is mapped to "/", which does not match "OPTIONS *".
        return request.method().equals("OPTIONS")
                ? service.respond(request, now)
                : service.errorResponse(request, status, now);
    }
}
