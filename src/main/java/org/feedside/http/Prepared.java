package org.feedside.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers on the thread that reads the sockets what can be answered without waiting, and hands all else to the threads that
 * may wait.
 */
final class Prepared extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(Prepared.class);

    private final HttpService service;
    private final InstantSource time;

    Prepared(HttpService service, InstantSource time) {
        this.service = service;
        this.time = time;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = hasBody(request) ? Optional.<FeedResponse>empty() : answer(Exchange.requestOf(request));
        if (answer.isPresent()) {
            Exchange.send(answer.get(), response, callback);
        } else {
            request.getComponents().getExecutor().execute(() -> handOver(request, response, callback));
        }
        return true;
    }

    /** What is sent with a request must be read, which may take as long as the client likes. */
    private static boolean hasBody(Request request) {
        var fields = request.getHeaders();
        return fields.contains(HttpHeader.CONTENT_LENGTH) || fields.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private Optional<FeedResponse> answer(FeedRequest request) {
        var now = time.instant();
        try {
            return service.prepared(request, now);
        } catch (RuntimeException e) {
            return Optional.of(failed(request, e, now));
        }
    }

    private FeedResponse failed(FeedRequest request, RuntimeException failure, Instant now) {
        LOG.error("{} {} failed", request.method(), request.path(), failure);
        return service.refuse(request, 500, now);
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
