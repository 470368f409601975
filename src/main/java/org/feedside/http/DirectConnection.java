package org.feedside.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/**
 * A connection that sends prepared responses to plain requests before Jetty parses them, on the thread that reads the
 * sockets. All other bytes are passed to Jetty unchanged.
 */
final class DirectConnection extends HttpConnection {
    private static final int BUFFER_SIZE = 4_096;
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocate(BUFFER_SIZE));

    private final PushbackEndPoint socket;
    private final HttpService service;
    private final InstantSource time;
    private final String remoteAddress;
    private final Callback whenReadable;

    DirectConnection(
            HttpConfiguration configuration,
            Connector connector,
            PushbackEndPoint socket,
            HttpService service,
            InstantSource time) {
        super(configuration, connector, socket);
        this.socket = socket;
        this.service = service;
        this.time = time;
        this.remoteAddress = socket.getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "";
        this.whenReadable =
                Callback.from(getServer().getInvocationType(), this::onFillable, this::onFillInterestedFailed);
    }

    @Override
    public void onFillable() {
        if (!isBetweenRequests()) {
            super.onFillable();
            return;
        }
        var buffer = BUFFER.get().clear().flip();
        try {
            if (fill(buffer) && respondToAll(buffer)) {
                fillInterested(whenReadable);
            }
        } catch (RuntimeException e) {
            socket.close(e);
            throw e;
        }
    }

    /** False during shutdown too: Jetty itself then responds with 503. */
    private boolean isBetweenRequests() {
        return isRequestBufferEmpty() && getParser().isStart() && getServer().isRunning();
    }

    /** Reads from the socket. Returns whether bytes have arrived; Jetty handles the end of the stream and errors. */
    private boolean fill(ByteBuffer buffer) {
        var size = 0;
        try {
            size = socket.fill(buffer);
        } catch (IOException e) {
            socket.close(e);
        }
        if (size <= 0) {
            super.onFillable();
        }
        return size > 0;
    }

    /**
     * Responds to all plain requests in the buffer. Returns false if Jetty or a pending write now owns the connection.
     */
    private boolean respondToAll(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            var request = PlainRequest.read(buffer, remoteAddress);
            var response = request.flatMap(plain -> service.preparedResponse(plain.request(), time.instant()));
            if (response.isEmpty()) {
                socket.unread(buffer);
                super.onFillable();
                return false;
            }
            buffer.position(buffer.position() + request.get().size());
            if (!send(response.get(), buffer)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether the whole response was sent. If not, it is written without blocking, and the remaining requests
     * are pushed back.
     */
    private boolean send(FeedResponse response, ByteBuffer buffer) {
        var buffers = response.buffers();
        try {
            if (socket.flush(buffers)) {
                return true;
            }
        } catch (IOException e) {
            socket.close(e);
            return false;
        }
        socket.unread(buffer);
        socket.write(Callback.from(() -> getExecutor().execute(this), socket::close), buffers);
        return false;
    }
}
