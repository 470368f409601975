package org.feedside.http.server;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.feedside.config.HttpConfig;
import org.feedside.http.direct.DirectConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections up to a limit, and closes the idlest when it is reached. */
final class LimitedConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(LimitedConnector.class);
    private static final long CHECK_INTERVAL_MILLIS = 1_000;
    private static final long ACCEPT_RETRY_MILLIS = 100;

    /** The listen backlog: many readers poll at the full hour. */
    static final int ACCEPT_QUEUE = 511;

    private final HttpConfig limits;
    private final AtomicBoolean acceptFailed = new AtomicBoolean();
    private final AtomicInteger connectionsAtLastLog = new AtomicInteger();

    /**
     * @param connections makes the connections; with the fast path also the end points
     */
    LimitedConnector(Server server, HttpConnectionFactory connections, HttpConfig limits) {
        super(server, connections);
        this.limits = limits;
        setIdleTimeout(limits.idleTimeout().toMillis());
        server.addBean(new NetworkConnectionLimit(limits.maxConnections(), server));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key)
            throws IOException {
        if (!(getDefaultConnectionFactory() instanceof DirectConnections direct)) {
            return super.newEndPoint(channel, selector, key);
        }
        var socket = direct.newEndPoint(channel, selector, key, getScheduler());
        socket.setIdleTimeout(getIdleTimeout());
        return socket;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        scheduleCheck();
    }

    private void scheduleCheck() {
        getScheduler().schedule(this::checkConnections, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void checkConnections() {
        if (!isRunning()) {
            return;
        }
        try {
            getConnectedEndPoints().stream().filter(this::isOverdue).forEach(EndPoint::close);
            closeIdleConnections();
        } finally {
            scheduleCheck();
        }
    }

    /** Whether the head of a request takes too long: a client that sends it slowly is never idle. */
    private boolean isOverdue(EndPoint endPoint) {
        if (!(endPoint.getConnection() instanceof HttpConnection connection)) {
            return false;
        }
        var parser = connection.getParser();
        var begin = parser.getBeginNanoTime();
        return begin != 0
                && NanoTime.millisSince(begin) > limits.requestTimeout().toMillis()
                && !parser.isStart()
                && parser.inHeaderState()
                // Another thread may have read the next request meanwhile.
                && parser.getBeginNanoTime() == begin;
    }

    /** Closes up to a quarter of the connections if the limit is reached, the idlest first. */
    private void closeIdleConnections() {
        var open = getConnectedEndPoints();
        if (open.size() < connectionsAtLastLog.get() / 2) {
            connectionsAtLastLog.set(0);
        }
        if (open.size() >= limits.maxConnections() && shouldLog(open.size())) {
            LOG.warn(
                    "{} connections are open, the limit set by max_connections: closing the ones idle longest",
                    open.size());
        }
        if (open.size() < limits.maxConnections() && !acceptFailed.getAndSet(false)) {
            return;
        }
        // Idle times grow during the sort, so each is read once.
        open.stream()
                .filter(AbstractEndPoint.class::isInstance)
                .map(endPoint -> Map.entry(((AbstractEndPoint) endPoint).getIdleFor(), endPoint))
                .filter(idle -> idle.getKey() >= CHECK_INTERVAL_MILLIS)
                .sorted(Map.Entry.<Long, EndPoint>comparingByKey().reversed())
                .limit(1 + open.size() / 4)
                .forEach(idle -> idle.getValue().close());
    }

    /** Whether to log that the limit is reached: once, until half of the connections are closed. */
    private boolean shouldLog(int connections) {
        return connectionsAtLastLog.compareAndSet(0, Math.max(1, connections));
    }

    /** Retries when a connection cannot be accepted, as when the process has no more file descriptors. Logged once. */
    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        if (failure instanceof ClosedChannelException || !isRunning()) {
            return false;
        }
        acceptFailed.set(true);
        if (shouldLog(getConnectedEndPoints().size())) {
            LOG.error(
                    "cannot accept connections: {}; closing the ones idle longest; allow the process more open files, or set a"
                            + " lower max_connections",
                    failure.getMessage());
        }
        try {
            Thread.sleep(ACCEPT_RETRY_MILLIS);
        } catch (InterruptedException e) {
            return isRunning();
        }
        return true;
    }
}
