package org.feedside.http;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Sends prepared responses on the thread that reads the sockets, and lets worker threads build all others. No thread
 * waits for a slow client. Requests with a body are passed on to the servlet.
 */
final class PreparedHandler extends Handler.Wrapper {
    private final HttpService service;
    private final InstantSource time;

    PreparedHandler(HttpService service, InstantSource time) {
        this.service = service;
        this.time = time;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Executor threads = request.getComponents().getExecutor();
        if (hasBody(request)) {
            threads.execute(() -> passOn(request, response, callback));
            return true;
        }
        var feedRequest = JettyExchange.requestOf(request);
        service.preparedResponse(feedRequest, time.instant())
                .ifPresentOrElse(
                        feedResponse -> JettyExchange.send(feedResponse, response, callback),
                        () -> threads.execute(() ->
                                JettyExchange.send(service.respond(feedRequest, time.instant()), response, callback)));
        return true;
    }

    private static boolean hasBody(Request request) {
        var fields = request.getHeaders();
        return fields.contains(HttpHeader.CONTENT_LENGTH) || fields.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private void passOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
