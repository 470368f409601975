package org.feedside.http;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers on the thread that reads the sockets what can be answered without waiting. What must be made is made by threads
 * that may wait; none waits for a client that reads slowly. Requests with a body go on to the servlet.
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
            threads.execute(() -> handOver(request, response, callback));
            return true;
        }
        var asked = JettyExchange.requestOf(request);
        service.prepared(asked, time.instant())
                .ifPresentOrElse(
                        answer -> JettyExchange.send(answer, response, callback),
                        () -> threads.execute(
                                () -> JettyExchange.send(service.answer(asked, time.instant()), response, callback)));
        return true;
    }

    private static boolean hasBody(Request request) {
        var fields = request.getHeaders();
        return fields.contains(HttpHeader.CONTENT_LENGTH) || fields.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private void handOver(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
