package org.feedside.http.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.feedside.base.disk.FailureReason;
import org.feedside.config.HttpConfig;
import org.feedside.http.HttpService;
import org.feedside.http.direct.DirectConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: passes requests to the service and sends its responses. It contains no rules of its own. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MAX_REQUESTS_WITH_BODY = 32;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

    private final HttpService service;
    private final InstantSource time;
    private final String host;
    private final int port;
    private final HttpConfig limits;
    private final boolean direct;
    private final Javalin javalin;
    private Optional<ServerSocketChannel> opened = Optional.empty();

    /**
     * @param port the port to listen on; 0 for any free port
     * @param direct whether the fast path is on
     */
    public HttpServer(
            HttpService service, InstantSource time, String host, int port, HttpConfig limits, boolean direct) {
        this.service = service;
        this.time = time;
        this.host = host;
        this.port = port;
        this.limits = limits;
        this.direct = direct;
        this.javalin = Javalin.create(this::configure);
    }

    public void start() throws StartException {
        start(port);
    }

    /** Starts on a free port instead of the one of this server. */
    public void startOnFreePort() throws StartException {
        start(0);
    }

    private void start(int listenPort) throws StartException {
        try {
            // Bound here and not by Jetty, because Javalin logs a failed start before it can be explained.
            var listening = ServerSocketChannel.open();
            opened = Optional.of(listening);
            listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listening.bind(
                    new InetSocketAddress(InetAddress.getByName(host), listenPort), LimitedConnector.ACCEPT_QUEUE);
            javalin.start();
        } catch (UnknownHostException e) {
            closeSocket();
            throw new StartException(
                    "cannot listen on %s: no such host; use 127.0.0.1, or 0.0.0.0 for all addresses".formatted(host),
                    e);
        } catch (IOException | IllegalArgumentException | JavalinException e) {
            closeSocket();
            throw new StartException(
                    "cannot listen on %s port %d: %s"
                            .formatted(host, listenPort, explanation(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    private void closeSocket() {
        try {
            if (opened.isPresent()) {
                opened.get().close();
            }
        } catch (IOException e) {
            LOG.warn("a socket could not be closed: {}", FailureReason.of(e));
        }
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops the server after it has finished current responses, or after 3 seconds. */
    @Override
    public void close() {
        try {
            // Javalin's own stop does the same, but logs unfinished responses as an error with a stack trace.
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.warn("some responses were not finished {} s after the stop began", STOP_TIMEOUT.toSeconds());
        } catch (Exception e) {
            throw new IllegalStateException("the server cannot be stopped", e);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        // Javalin's own compression ignores quality values, sends no Vary, and compares entity tags as whole strings.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.generateEtags = false;
        config.jetty.modifyHttpConfiguration(HttpServer::configure);
        config.jetty.modifyServer(this::configure);
        config.jetty.addConnector(this::connector);
        config.routes.before(this::respond);
        config.routes.exception(Exception.class, this::respond);
    }

    private static void configure(HttpConfiguration config) {
        config.setSendServerVersion(false);
        config.setSendDateHeader(false);
        // The cache takes 50 KB for each connection, and saves no measurable time.
        config.setHeaderCacheSize(0);
        // Responder decides which paths are malformed.
        config.setUriCompliance(UriCompliance.UNSAFE);
        config.addCustomizer((request, responseFields) -> withoutAuthorityInPath(request));
    }

    /**
     * Encodes the second of two leading slashes: Jetty parses the address again when a servlet responds asynchronously,
     * and would take what follows for an authority.
     */
    private static Request withoutAuthorityInPath(Request request) {
        var uri = request.getHttpURI();
        var path = Optional.ofNullable(uri.getPath()).orElse("");
        return path.startsWith("//")
                ? Request.serveAs(
                        request, HttpURI.build(uri, "/%2F" + path.substring(2), uri.getParam(), uri.getQuery()))
                : request;
    }

    private void configure(Server server) {
        server.insertHandler(bodyLimit());
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(this::respondToMalformed);
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
    }

    /** Limits requests with a body: slow clients could send many, and threads must be left for other requests. */
    private static QoSHandler bodyLimit() {
        var limit = new QoSHandler();
        limit.include(HttpServer::hasBody);
        limit.setMaxRequestCount(MAX_REQUESTS_WITH_BODY);
        limit.setMaxSuspend(STOP_TIMEOUT);
        return limit;
    }

    private static boolean hasBody(Request request) {
        var fields = request.getHeaders();
        return fields.contains(HttpHeader.CONTENT_LENGTH) || fields.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private LimitedConnector connector(Server server, HttpConfiguration configuration) {
        var connections =
                direct ? new DirectConnections(configuration, service, time) : new HttpConnectionFactory(configuration);
        var connector = new LimitedConnector(server, connections, limits);
        try {
            connector.open(opened.orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector;
    }

    /** Responds to every request: the service decides which paths and methods there are. */
    private void respond(Context context) {
        JettyMessages.send(service.respond(JettyMessages.request(context), time.instant()), context);
    }

    /** Responds to requests that Jetty cannot parse. Jetty's own error pages are HTML and reveal internals. */
    private boolean respondToMalformed(Request malformed, Response response, Callback callback) {
        var request = JettyMessages.request(malformed);
        var now = time.instant();
        // The servlet is mapped to "/", which does not match "OPTIONS *".
        var feedResponse = request.method().equals("OPTIONS")
                ? service.respond(request, now)
                : service.errorResponse(request, response.getStatus(), now);
        if (feedResponse.status() >= 400) {
            // The end of a malformed request is unknown, so the connection is closed (request smuggling).
            response.getHeaders().add(HttpFields.CONNECTION_CLOSE);
        }
        JettyMessages.send(feedResponse, response, callback);
        return true;
    }

    /** Responds with 500, which reveals nothing of the failure. */
    private void respond(Exception failure, Context context) {
        var request = JettyMessages.request(context);
        LOG.error("{} {} failed", request.method(), request.path(), failure);
        JettyMessages.send(service.errorResponse(request, 500, time.instant()), context);
    }

    private static String explanation(String message) {
        if (message.contains("in use")) {
            return "another program uses this port; stop that program, or choose another port. The status of a site is on "
                    + "the port after that of its feeds: if this is in the way of another site, set `port` in [operator] of its feedside.toml";
        }
        if (message.contains("ermission")) {
            return "ports below 1024 require special privileges; choose another port";
        }
        if (message.contains("assign")) {
            return "this machine does not have that address; use 127.0.0.1, or 0.0.0.0 for all addresses";
        }
        return message;
    }
}
