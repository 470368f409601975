package org.feedside.http.direct;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.HttpService;
import org.feedside.http.PreparedResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the connections of a server with the fast path, and owns what they share. */
public final class DirectConnections extends HttpConnectionFactory {
    private static final Logger LOG = LoggerFactory.getLogger(DirectConnections.class);
    private static final int BUFFER_SIZE = 4_096;

    private final HttpService service;
    private final InstantSource time;
    private final PlainRequestReader reader = new PlainRequestReader();
    private final ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(() -> ByteBuffer.allocate(BUFFER_SIZE));

    public DirectConnections(HttpConfiguration configuration, HttpService service, InstantSource time) {
        super(configuration);
        this.service = service;
        this.time = time;
    }

    public SocketChannelEndPoint newEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        return new PushbackEndPoint(channel, selector, key, scheduler);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        var connection = new DirectConnection(getHttpConfiguration(), connector, (PushbackEndPoint) endPoint, this);
        return configure(connection, connector, endPoint);
    }

    /** Returns the thread's buffer, empty. */
    ByteBuffer buffer() {
        return buffers.get().clear().flip();
    }

    PlainRequestReader reader() {
        return reader;
    }

    /** Returns the prepared response, or 500 if the service fails. */
    Optional<PreparedResponse> response(FeedRequest request) {
        var now = time.instant();
        try {
            return service.preparedResponse(request, now);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return Optional.of(new PreparedResponse(service.errorResponse(request, 500, now)));
        }
    }

    /** Returns the complete message as it is sent: the head, then the body. */
    ByteBuffer[] buffers(PreparedResponse prepared) {
        var head = prepared.head(DirectConnections::head);
        return prepared.response()
                .body()
                .map(bytes -> new ByteBuffer[] {head, bytes.buffer()})
                .orElseGet(() -> new ByteBuffer[] {head});
    }

    /** Encodes the status line and the fields (RFC 9112, section 2.1). */
    private static ByteBuffer head(FeedResponse response) {
        var text = new StringBuilder(
                "HTTP/1.1 %d %s\r\n".formatted(response.status(), HttpStatus.getMessage(response.status())));
        response.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        return ByteBuffer.wrap(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
