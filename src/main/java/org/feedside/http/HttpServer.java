package org.feedside.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.feedside.config.HttpConfig;

/**
 * The adapter for Jetty and Javalin: passes requests to the service and sends its responses. It contains no logic of
 * its own.
 */
public final class HttpServer implements AutoCloseable {
    private static final int MAX_REQUESTS_WITH_BODY = 32;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);

    private final HttpService service;
    private final InstantSource time;
    private final String host;
    private final int port;
    private final HttpConfig limits;
    private final Javalin javalin;

    /**
     * Creates a server that is not started.
     *
     * @param port the port to listen on; 0 for any free port
     */
    public HttpServer(HttpService service, InstantSource time, String host, int port, HttpConfig limits) {
        this.service = new ErrorHandlingService(service);
        this.time = time;
        this.host = host;
        this.port = port;
        this.limits = limits;
        this.javalin = Javalin.create(this::configure);
    }

    public void start() throws StartException {
        try {
            javalin.start(InetAddress.getByName(host).getHostAddress(), port);
        } catch (UnknownHostException e) {
            throw new StartException(
                    "cannot listen on %s: no such host; use 127.0.0.1, or 0.0.0.0 for all addresses".formatted(host),
                    e);
        } catch (JavalinException e) {
            throw new StartException("cannot listen on %s port %d: %s".formatted(host, port, reason(e)), e);
        }
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops the server after it has finished current responses, or after 4 seconds. */
    @Override
    public void close() {
        javalin.stop();
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
        config.routes.before(this::handle);
    }

    private static void configure(HttpConfiguration config) {
        config.setSendServerVersion(false);
        config.setSendDateHeader(false);
        // The cache takes 50 KB for each connection, and saves no measurable time.
        config.setHeaderCacheSize(0);
        // Responder decides which paths are malformed.
        config.setUriCompliance(UriCompliance.UNSAFE);
    }

    private void configure(Server server) {
        server.insertHandler(bodyLimit());
        server.insertHandler(new PreparedHandler(service, time));
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new MalformedRequestHandler(service, time));
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
    }

    /**
     * Limits requests with a body. They block servlet threads while slow clients read, so threads must be left for
     * other requests.
     */
    private static QoSHandler bodyLimit() {
        var limit = new QoSHandler();
        limit.setMaxRequestCount(MAX_REQUESTS_WITH_BODY);
        limit.setMaxSuspend(STOP_TIMEOUT);
        return limit;
    }

    private LimitedConnector connector(Server server, HttpConfiguration configuration) {
        var connector = new LimitedConnector(server, configuration, limits, service, time);
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    private void handle(Context context) throws IOException {
        var now = time.instant();
        send(service.respond(requestOf(context), now), context);
        context.skipRemainingHandlers();
    }

    private static FeedRequest requestOf(Context context) {
        var request = context.req();
        return new FeedRequest(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                name -> joined(Collections.list(request.getHeaders(name))),
                request.getRemoteAddr());
    }

    private static Optional<String> joined(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }

    private static void send(FeedResponse response, Context context) throws IOException {
        // Javalin has set a content type. A reset would remove it, but also parses Connection, which may be malformed.
        context.res().setContentType(null);
        context.status(response.status());
        response.headers().forEach(context::header);
        if (response.body().isPresent()) {
            context.result(response.body().get().toStream());
        } else if (response.header("Content-Length").isEmpty()) {
            // Without the flush, Jetty sends "Content-Length: 0" with a 304.
            context.res().flushBuffer();
        }
    }

    private String reason(Throwable failure) {
        for (var cause = Optional.of(failure);
                cause.isPresent();
                cause = Optional.ofNullable(cause.get().getCause())) {
            if (cause.get() instanceof BindException) {
                return explanation(String.valueOf(cause.get().getMessage()));
            }
        }
        return String.valueOf(failure.getMessage());
    }

    private static String explanation(String message) {
        if (message.contains("in use")) {
            return "another program uses this port; stop that program, or choose another port";
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
