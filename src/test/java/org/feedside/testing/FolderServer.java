package org.feedside.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A web server that sends the files of a folder, or always the same status. It keeps the header fields of requests. */
public final class FolderServer implements AutoCloseable {
    private final HttpServer server;
    private final Path folder;
    private Optional<Integer> status = Optional.empty();
    private final List<Map<String, List<String>>> requests = new ArrayList<>();

    private FolderServer(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    public static FolderServer of(Path folder) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var created = new FolderServer(server, folder);
        server.createContext("/", created::respond);
        server.start();
        return created;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Responds to all requests with this status. */
    public synchronized void respondWith(int always) {
        status = Optional.of(always);
    }

    /** Returns the header fields of each request. */
    public synchronized List<Map<String, List<String>>> requests() {
        return List.copyOf(requests);
    }

    private synchronized void respond(HttpExchange exchange) {
        requests.add(Map.copyOf(exchange.getRequestHeaders()));
        var file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        try (exchange) {
            if (status.isPresent() || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(status.orElse(404), -1);
                return;
            }
            var bytes = Files.readAllBytes(file);
            Optional.ofNullable(URLConnection.guessContentTypeFromName(file.toString()))
                    .or(() -> file.toString().endsWith(".css") ? Optional.of("text/css") : Optional.empty())
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
