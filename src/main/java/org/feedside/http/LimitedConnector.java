package org.feedside.http;

import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets connections in while there is room, and looks round for those that take room from others. */
final class LimitedConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(LimitedConnector.class);
    private static final long ROUND_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 100;

    /** Many readers ask at the full hour. */
    private static final int ACCEPT_QUEUE = 511;

    private final ConnectionLimits limits;
    private final AtomicBoolean isRefused = new AtomicBoolean();
    private final AtomicInteger toldAt = new AtomicInteger();

    LimitedConnector(
            Server server,
            HttpConfiguration configuration,
            ConnectionLimits limits,
            HttpService service,
            InstantSource time) {
        super(server, new HttpConnectionFactory(configuration) {
            @Override
            public Connection newConnection(Connector connector, EndPoint endPoint) {
                var socket = (PushbackEndPoint) endPoint;
                return configure(
                        new DirectConnection(configuration, connector, socket, service, time), connector, socket);
            }
        });
        this.limits = limits;
        setIdleTimeout(limits.idle().toMillis());
        setAcceptQueueSize(ACCEPT_QUEUE);
        server.addBean(new NetworkConnectionLimit(limits.most(), server));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var socket = new PushbackEndPoint(channel, selector, key, getScheduler());
        socket.setIdleTimeout(getIdleTimeout());
        return socket;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookRoundLater();
    }

    private void lookRoundLater() {
        getScheduler().schedule(this::lookRound, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void lookRound() {
        if (!isRunning()) {
            return;
        }
        try {
            getConnectedEndPoints().stream().filter(this::isOverdue).forEach(EndPoint::close);
            makeRoom();
        } finally {
            lookRoundLater();
        }
    }

    /** A request that trickles in is never idle, and would hold its place for ever. */
    private boolean isOverdue(EndPoint endPoint) {
        if (!(endPoint.getConnection() instanceof HttpConnection connection)) {
            return false;
        }
        var parser = connection.getParser();
        var begin = parser.getBeginNanoTime();
        return begin != 0
                && NanoTime.millisSince(begin) > limits.request().toMillis()
                && !parser.isStart()
                && parser.inHeaderState()
                // Read by another thread meanwhile, it may be another request.
                && parser.getBeginNanoTime() == begin;
    }

    /** Of the connections that do nothing at the moment, those go first that have done nothing for the longest time. */
    private void makeRoom() {
        var open = getConnectedEndPoints();
        if (open.size() < toldAt.get() / 2) {
            toldAt.set(0);
        }
        if (open.size() >= limits.most() && isNews(open.size())) {
            LOG.warn("{} connections are open, as many as max_connections allows: the idlest are ended", open.size());
        }
        if (open.size() < limits.most() && !isRefused.getAndSet(false)) {
            return;
        }
        // Each is asked once, as the answers grow while they are sorted.
        open.stream()
                .filter(AbstractEndPoint.class::isInstance)
                .map(endPoint -> Map.entry(((AbstractEndPoint) endPoint).getIdleFor(), endPoint))
                .filter(idle -> idle.getKey() >= ROUND_MILLIS)
                .sorted(Map.Entry.<Long, EndPoint>comparingByKey().reversed())
                .limit(1 + open.size() / 4)
                .forEach(idle -> idle.getValue().close());
    }

    /** Said once, until half of them have gone. */
    private boolean isNews(int connections) {
        return toldAt.compareAndSet(0, Math.max(1, connections));
    }

    /** As when the system has no more files to open: said once, and tried until it has. */
    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        if (failure instanceof ClosedChannelException || !isRunning()) {
            return false;
        }
        isRefused.set(true);
        if (isNews(getConnectedEndPoints().size())) {
            LOG.error(
                    "no connection can be taken: {}; the idlest are ended; allow the process more open files, or set a"
                            + " lower max_connections",
                    failure.getMessage());
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            return isRunning();
        }
        return true;
    }
}
