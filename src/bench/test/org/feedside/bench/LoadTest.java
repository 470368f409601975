package org.feedside.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final byte[] REQUEST = Connection.request("/", Map.of());

    private final AtomicInteger responses = new AtomicInteger();
    private final HttpServer server;

    LoadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            responses.incrementAndGet();
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Load.Latency load(int status) throws IOException {
        return Load.at(
                200, REQUEST, status, server.getAddress().getPort(), Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void the_number_of_requests_is_the_rate_multiplied_by_the_time() throws IOException {
        var latency = load(200);

        assertThat(responses).hasValue(300);
        assertThat(latency.p50()).isPositive().isLessThanOrEqualTo(latency.p99());
        assertThat(latency.p99()).isLessThanOrEqualTo(latency.max());
    }

    @Test
    void an_unexpected_status_is_an_error() {
        assertThatThrownBy(() -> load(304)).hasMessageContaining("expected HTTP/1.1 304, but received HTTP/1.1 200");
    }
}
