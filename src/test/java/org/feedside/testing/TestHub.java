package org.feedside.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real HTTP server on loopback that acts as a WebSub hub, with behaviour chosen by the test. */
public final class TestHub implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile Behaviour behaviour = status(202);

    /** The hub's behaviour. */
    public interface Behaviour {
        void respond(Received ping, HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** A received request. */
    public record Received(String method, String path, String contentType, Map<String, String> form) {
        public Received {
            form = Map.copyOf(form);
        }

        public String topic() {
            return form.getOrDefault("hub.topic", "");
        }
    }

    private TestHub(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static TestHub start() throws IOException {
        return startAt(0);
    }

    public static TestHub startAt(int port) throws IOException {
        return of(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    }

    /** Creates a hub on a server that has not started. */
    public static TestHub of(HttpServer server) {
        return new TestHub(server);
    }

    public TestHub respond(Behaviour newBehaviour) {
        behaviour = newBehaviour;
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(port()));
    }

    /** Waits for the next request; fails if none arrives. */
    public Received next() throws InterruptedException {
        var next = received.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the hub received no request");
        }
        return next;
    }

    /** Waits for this many requests and returns their topics, sorted. */
    public List<String> topics(int count) throws InterruptedException {
        var topics = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            topics.add(next().topic());
        }
        return topics.stream().sorted().toList();
    }

    /** The requests that no test has taken yet. */
    public List<Received> remaining() {
        var remaining = new ArrayList<Received>();
        received.drainTo(remaining);
        return remaining;
    }

    /** Responds to everything with this status and these header fields, given as names and values in turn. */
    public static Behaviour status(int status, String... fields) {
        return (ping, exchange) -> {
            for (int i = 0; i < fields.length; i += 2) {
                exchange.getResponseHeaders().set(fields[i], fields[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Never responds. */
    public static Behaviour noResponse() {
        return (ping, exchange) -> Thread.sleep(Long.MAX_VALUE);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var form = new TreeMap<String, String>();
            Stream.of(text.split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> form.put(
                            pair[0], pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            var ping = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    form);
            received.add(ping);
            behaviour.respond(ping, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
