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

/** The socket side: carries requests to the service and its answers back, and decides nothing. */
public final class HttpServer implements AutoCloseable {
    private static final int MOST_WITH_BODIES = 32;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(4);

    private final HttpService service;
    private final InstantSource time;
    private final String host;
    private final int port;
    private final ConnectionLimits limits;
    private final Javalin javalin;

    /**
     * A server that has not started yet.
     *
     * @param port 0 for any that is free
     */
    public HttpServer(HttpService service, InstantSource time, String host, int port) {
        this(service, time, host, port, ConnectionLimits.DEFAULT);
    }

    /** The same with other limits. */
    public HttpServer(HttpService service, InstantSource time, String host, int port, ConnectionLimits limits) {
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

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Finishes the answers that are under way, for a few seconds. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        // It would ignore weights, send no Vary, and compare tags as whole strings.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.generateEtags = false;
        config.jetty.modifyHttpConfiguration(HttpServer::configure);
        config.jetty.modifyServer(this::configure);
        config.jetty.addConnector(this::door);
        config.routes.before(this::handle);
    }

    private static void configure(HttpConfiguration config) {
        config.setSendServerVersion(false);
        config.setSendDateHeader(false);
        // A table of 50 KB for each connection, which saves no time that could be measured.
        config.setHeaderCacheSize(0);
        // Which paths are malformed is the responder's decision.
        config.setUriCompliance(UriCompliance.UNSAFE);
    }

    private void configure(Server server) {
        server.insertHandler(bodies());
        server.insertHandler(new PreparedHandler(service, time));
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new MalformedRequestHandler(service, time));
        server.setStopTimeout(LAST_ANSWERS.toMillis());
    }

    /** The servlet's threads wait for whoever reads slowly, so some must be left for all others. */
    private static QoSHandler bodies() {
        var few = new QoSHandler();
        few.setMaxRequestCount(MOST_WITH_BODIES);
        few.setMaxSuspend(LAST_ANSWERS);
        return few;
    }

    private LimitedConnector door(Server server, HttpConfiguration configuration) {
        var door = new LimitedConnector(server, configuration, limits, service, time);
        door.setHost(host);
        door.setPort(port);
        return door;
    }

    private void handle(Context context) throws IOException {
        var now = time.instant();
        send(service.answer(requestOf(context), now), context);
        context.skipRemainingHandlers();
    }

    private static FeedRequest requestOf(Context context) {
        var request = context.req();
        return new FeedRequest(
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                name -> lines(Collections.list(request.getHeaders(name))),
                request.getRemoteAddr());
    }

    private static Optional<String> lines(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }

    private static void send(FeedResponse response, Context context) throws IOException {
        // Javalin has put a content type of its own. A reset would also read Connection, which may say anything.
        context.res().setContentType(null);
        context.status(response.status());
        response.headers().forEach(context::header);
        if (response.body().isPresent()) {
            context.result(response.body().get().toStream());
        } else if (response.header("Content-Length").isEmpty()) {
            // Left to itself, Jetty says "Content-Length: 0" in a 304.
            context.res().flushBuffer();
        }
    }

    private String reason(Throwable failure) {
        for (var cause = Optional.of(failure);
                cause.isPresent();
                cause = Optional.ofNullable(cause.get().getCause())) {
            if (cause.get() instanceof BindException) {
                return explained(String.valueOf(cause.get().getMessage()));
            }
        }
        return String.valueOf(failure.getMessage());
    }

    private static String explained(String message) {
        if (message.contains("in use")) {
            return "another program uses it; stop that program, or choose another port";
        }
        if (message.contains("ermission")) {
            return "ports below 1024 need special rights; choose another port";
        }
        if (message.contains("assign")) {
            return "this machine does not have that address; use 127.0.0.1, or 0.0.0.0 for all addresses";
        }
        return message;
    }
}
