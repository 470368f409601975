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
import org.feedside.publishing.Document;
import org.feedside.publishing.Lookup;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is there is answered whatever else goes on. */
class PreparedHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int MORE_THAN_THREADS = 300;
    private static final int LARGE = 8_000_000;

    private final Published published = new Published();
    private final FeedService service =
            new FeedService(published, HttpSettings.of(URI.create("https://example.org/blog")));
    private final HttpServer server = new HttpServer(service, InstantSource.fixed(NOW), "127.0.0.1", 0);
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
    void who_reads_slowly_what_was_made_on_demand_holds_no_thread() throws Exception {
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
    void what_is_prepared_needs_no_other_thread() throws Exception {
        try (var shared = new HttpServer(new OnlyPrepared(service), InstantSource.fixed(NOW), "127.0.0.1", 0)) {
            shared.start();
            try (var wire = new Wire(shared.port())) {
                assertThat(wire.get("/atom.xml").status()).isEqualTo(200);
                assertThat(wire.ask("HEAD", "/blog/atom.xml").status()).isEqualTo(200);
                assertThat(wire.get("/other.xml").status()).isEqualTo(500);
            }
        }
    }

    /** A service that cannot make anything. */
    private record OnlyPrepared(HttpService service) implements HttpService {
        @Override
        public FeedResponse answer(FeedRequest request, Instant now) {
            throw new IllegalStateException("no thread for this");
        }

        @Override
        public Optional<FeedResponse> prepared(FeedRequest request, Instant now) {
            return service.prepared(request, now);
        }

        @Override
        public FeedResponse refuse(FeedRequest request, int status, Instant now) {
            return service.refuse(request, status, now);
        }
    }

    @Test
    void a_large_answer_is_finished_although_the_server_is_stopped() throws Exception {
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
    void what_is_published_is_served_from_the_next_request_on() throws IOException {
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
    void the_answer_is_the_same_on_either_way() {
        for (var fields : new String[][] {
            {},
            {"Accept-Encoding: gzip"},
            {"If-None-Match: " + site.identity().entityTag()},
            {"If-None-Match: W/" + site.identity().entityTag(), "Accept-Encoding: gzip"},
            {"If-None-Match: *"},
            {"If-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT"},
        }) {
            var request = Requests.from("127.0.0.1", "/blog/atom.xml", fields);

            assertThat(service.prepared(request, NOW)).contains(service.answer(request, NOW));
        }
    }

    @Test
    void the_date_of_an_answer_is_that_of_its_second() {
        for (var millis : new long[] {0, 999, 1_000, 1_001, 60_000, 500}) {
            var now = NOW.plusMillis(millis);

            assertThat(service.prepared(Requests.get("/atom.xml"), now)
                            .orElseThrow()
                            .header("Date"))
                    .contains(HttpDate.format(now));
        }
    }

    @Test
    void what_may_take_its_time_is_not_prepared() {
        publish(site, path -> new Lookup.Found(site));
        for (var path : new String[] {"/other.xml", "/", "/..", "/atom.xml/", "/blog/blog/atom.xml"}) {
            assertThat(service.prepared(Requests.get(path), NOW)).as(path).isEmpty();
        }
        assertThat(service.prepared(Requests.get("/%61tom.xml"), NOW)).isPresent();
    }
}
