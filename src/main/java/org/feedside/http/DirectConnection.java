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
 * A connection that answers plain requests for prepared documents before Jetty reads them, on the thread that reads the
 * sockets. Whatever it does not answer is Jetty's, as it arrived.
 */
final class DirectConnection extends HttpConnection {
    private static final int MOST = 4_096;
    private static final ThreadLocal<ByteBuffer> ARRIVED = ThreadLocal.withInitial(() -> ByteBuffer.allocate(MOST));

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
        var arrived = ARRIVED.get().clear().flip();
        try {
            if (fill(arrived) && answerAll(arrived)) {
                fillInterested(whenReadable);
            }
        } catch (RuntimeException e) {
            socket.close(e);
            throw e;
        }
    }

    /** Also not when the server ends, as Jetty says so to whoever asks then. */
    private boolean isBetweenRequests() {
        return isRequestBufferEmpty() && getParser().isStart() && getServer().isRunning();
    }

    /** Whether anything has arrived; what else may have happened is for Jetty to find out. */
    private boolean fill(ByteBuffer arrived) {
        var size = 0;
        try {
            size = socket.fill(arrived);
        } catch (IOException e) {
            socket.close(e);
        }
        if (size <= 0) {
            super.onFillable();
        }
        return size > 0;
    }

    /** Whether this connection is still ours afterwards. */
    private boolean answerAll(ByteBuffer arrived) {
        while (arrived.hasRemaining()) {
            var request = PlainRequest.read(arrived, remoteAddress);
            var answer = request.flatMap(plain -> service.prepared(plain.request(), time.instant()));
            if (answer.isEmpty()) {
                socket.unread(arrived);
                super.onFillable();
                return false;
            }
            arrived.position(arrived.position() + request.get().size());
            if (!send(answer.get(), arrived)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all was sent. If not, no thread waits for a client that reads slowly, and what it asked beside is for later. */
    private boolean send(FeedResponse answer, ByteBuffer arrived) {
        var buffers = answer.buffers();
        try {
            if (socket.flush(buffers)) {
                return true;
            }
        } catch (IOException e) {
            socket.close(e);
            return false;
        }
        socket.unread(arrived);
        socket.write(Callback.from(() -> getExecutor().execute(this), socket::close), buffers);
        return false;
    }
}
