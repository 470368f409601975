package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.feedside.config.ServiceConfig;
import org.feedside.publishing.Document;
import org.feedside.publishing.Lookup;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prepared responses never wait for slow clients or busy threads. */
class PreparedHandlerTest {
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

    @Test
    void slow_readers_of_on_demand_documents_hold_no_thread() throws Exception {
        var large = Feeds.atom("large.xml", "x".repeat(LARGE));
        publish(site, path -> path.equals(large.path()) ? new Lookup.Found(large) : new Lookup.NotFound());
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < MORE_THAN_THREADS; i++) {
                var socket = new Socket();
                slow.add(socket);
                socket.setReceiveBufferSize(4_096);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
                socket.getOutputStream()
                        .write("GET /large.xml HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
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
    void a_prepared_response_needs_no_other_thread() throws Exception {
        try (var shared = TestServer.of(new OnlyPrepared(service), InstantSource.fixed(NOW))) {
            shared.start();
            try (var wire = new Wire(shared.port())) {
                assertThat(wire.get("/atom.xml").status()).isEqualTo(200);
                assertThat(wire.request("HEAD", "/blog/atom.xml").status()).isEqualTo(200);
                assertThat(wire.get("/other.xml").status()).isEqualTo(500);
            }
        }
    }

    /** A service that has prepared responses only. */
    private record OnlyPrepared(HttpService service) implements HttpService {
        @Override
        public FeedResponse respond(FeedRequest request, Instant now) {
            throw new IllegalStateException("not a prepared response");
        }

        @Override
        public Optional<FeedResponse> preparedResponse(FeedRequest request, Instant now) {
            return service.preparedResponse(request, now);
        }

        @Override
        public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
            return service.errorResponse(request, status, now);
        }
    }

    @Test
    void a_large_response_is_completed_during_shutdown() throws Exception {
        publish(Feeds.atom("large.xml", "x".repeat(LARGE)), OnDemand.NONE);
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            socket.getOutputStream()
                    .write("GET /large.xml HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');

            var stopped = CompletableFuture.runAsync(server::close);

            assertThat(socket.getInputStream().readAllBytes().length).isGreaterThan(LARGE);
            stopped.get(30, TimeUnit.SECONDS);
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

    @Test
    void a_prepared_response_equals_the_normal_one() {
        for (var fields : new String[][] {
            {},
            {"Accept-Encoding: gzip"},
            {"If-None-Match: " + site.identity().entityTag()},
            {"If-None-Match: W/" + site.identity().entityTag(), "Accept-Encoding: gzip"},
            {"If-None-Match: *"},
            {"If-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT"},
        }) {
            var request = Requests.from("127.0.0.1", "/blog/atom.xml", fields);

            assertThat(service.preparedResponse(request, NOW)).contains(service.respond(request, NOW));
        }
    }

    @Test
    void the_date_of_a_response_is_the_current_second() {
        for (var millis : new long[] {0, 999, 1_000, 1_001, 60_000, 500}) {
            var now = NOW.plusMillis(millis);

            assertThat(service.preparedResponse(Requests.get("/atom.xml"), now)
                            .orElseThrow()
                            .header("Date"))
                    .contains(HttpDate.format(now));
        }
    }

    @Test
    void slow_lookups_are_not_prepared() {
        publish(site, path -> new Lookup.Found(site));
        for (var path : new String[] {"/other.xml", "/", "/..", "/atom.xml/", "/blog/blog/atom.xml"}) {
            assertThat(service.preparedResponse(Requests.get(path), NOW))
                    .as(path)
                    .isEmpty();
        }
        assertThat(service.preparedResponse(Requests.get("/%61tom.xml"), NOW)).isPresent();
    }
}
