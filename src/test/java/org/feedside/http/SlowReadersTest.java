package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.Lookup;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Document;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No thread waits for a slow client. */
class SlowReadersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int MORE_THAN_THREADS = 300;
    private static final int LARGE = 8_000_000;

    private final Published published = new Published();
    private final FeedService service =
            new FeedService(published, URI.create("https://example.org/blog"), ServiceConfig.DEFAULT);
    private final HttpServer server = TestServer.of(service, InstantSource.fixed(NOW));
    private final Document site = Feeds.atom("atom.xml", "<feed>1</feed>");

    @BeforeEach
    void start() throws StartException {
        publish(site, OnDemand.NONE);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void publish(Document document, OnDemand onDemand) {
        published.publish(new Snapshot(1, Map.of(document.path(), document), onDemand));
    }

    /** Requests a large document over a connection with a small receive buffer. */
    private Socket slowReader() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream()
                .write("GET /large.xml HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void slow_readers_of_on_demand_documents_hold_no_thread() throws Exception {
        var large = Feeds.atom("large.xml", "x".repeat(LARGE));
        publish(site, path -> path.equals(large.path()) ? new Lookup.Found<>(large) : new Lookup.NotFound<>());
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < MORE_THAN_THREADS; i++) {
                slow.add(slowReader());
            }
            for (var socket : slow) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }

            try (var wire = new Wire(server.port())) {
                assertThat(wire.get("/atom.xml").status()).isEqualTo(200);
                assertThat(wire.get("/large.xml").status()).isEqualTo(200);
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void a_large_response_is_completed_during_shutdown() throws Exception {
        publish(Feeds.atom("large.xml", "x".repeat(LARGE)), OnDemand.NONE);
        try (var socket = slowReader()) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');

            var stopped = CompletableFuture.runAsync(server::close);

            assertThat(socket.getInputStream().readAllBytes().length).isGreaterThan(LARGE);
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_response_that_takes_too_long_does_not_fail_the_stop() throws Exception {
        var started = new CountDownLatch(1);
        var stopped = new CompletableFuture<Void>();
        publish(site, path -> {
            started.countDown();
            // Not interrupted when the server stops.
            stopped.join();
            return new Lookup.NotFound<>();
        });
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /slow.xml HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();

            assertThatCode(server::close).doesNotThrowAnyException();
        } finally {
            stopped.complete(null);
        }
    }

    @Test
    void a_publication_is_served_from_the_next_request_on() throws IOException {
        try (var wire = new Wire(server.port())) {
            assertThat(wire.get("/atom.xml").text()).isEqualTo("<feed>1</feed>");

            publish(Feeds.atom("atom.xml", "<feed>2</feed>"), OnDemand.NONE);

            assertThat(wire.get("/atom.xml").text()).isEqualTo("<feed>2</feed>");
            assertThat(wire.get("/atom.xml", "If-None-Match: " + site.identity().entityTag())
                            .status())
                    .isEqualTo(200);
        }
    }
}
