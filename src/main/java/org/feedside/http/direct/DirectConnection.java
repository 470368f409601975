package org.feedside.http.direct;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.feedside.http.PreparedResponse;

/**
 * A connection that sends prepared responses to plain requests before Jetty parses them, on the thread that reads the
 * sockets. All other bytes are passed to Jetty unchanged.
 */
final class DirectConnection extends HttpConnection {
    private final PushbackEndPoint socket;
    private final DirectConnections shared;
    private final String remoteAddress;
    private final Runnable jetty = super::onFillable;
    private final Callback whenReadable;

    DirectConnection(
            HttpConfiguration configuration, Connector connector, PushbackEndPoint socket, DirectConnections shared) {
        super(configuration, connector, socket);
        this.socket = socket;
        this.shared = shared;
        this.remoteAddress = socket.getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : "";
        // The thread that reads the sockets must not run what Jetty's handlers do.
        Runnable elsewhere = () -> getExecutor().execute(jetty);
        this.whenReadable =
                Callback.from(InvocationType.NON_BLOCKING, () -> respond(elsewhere), this::onFillInterestedFailed);
    }

    /** Called by Jetty, on a thread that may wait. */
    @Override
    public void onFillable() {
        respond(jetty);
    }

    /**
     * @param rest passes to Jetty what needs no direct response
     */
    private void respond(Runnable rest) {
        if (!isBetweenRequests()) {
            rest.run();
            return;
        }
        var buffer = shared.buffer();
        try {
            if (fill(buffer, rest) && respondToAll(buffer, rest)) {
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
    private boolean fill(ByteBuffer buffer, Runnable rest) {
        var size = 0;
        try {
            size = socket.fill(buffer);
        } catch (IOException e) {
            socket.close(e);
        }
        if (size <= 0) {
            rest.run();
        }
        return size > 0;
    }

    /** Responds to all plain requests in the buffer; false if Jetty or a pending write now owns the connection. */
    private boolean respondToAll(ByteBuffer buffer, Runnable rest) {
        while (buffer.hasRemaining()) {
            var request = shared.reader().read(buffer, remoteAddress);
            var response = request.flatMap(plain -> shared.response(plain.request()));
            if (response.isEmpty()) {
                socket.unread(buffer);
                rest.run();
                return false;
            }
            buffer.position(buffer.position() + request.get().size());
            if (!send(response.get(), buffer)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the whole response was sent. If not, it is written later, and further requests wait. */
    private boolean send(PreparedResponse response, ByteBuffer buffer) {
        var buffers = shared.buffers(response);
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
