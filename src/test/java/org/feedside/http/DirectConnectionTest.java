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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.feedside.config.ServiceConfig;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Direct responses are the same as those through Javalin. */
class DirectConnectionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int LARGE = 3_000_000;
    private static final String PLAIN = "GET /atom.xml HTTP/1.1\nHost: x\n\n";

    /** The same request through Javalin: a tab in an unknown field makes it not plain. */
    private static final String THROUGH_JAVALIN = "GET /atom.xml HTTP/1.1\nHost: x\nNote: a\tb\n\n";

    private final Published published = new Published();
    private final Recorder service =
            new Recorder(new FeedService(published, URI.create("https://example.org"), ServiceConfig.DEFAULT));
    private final HttpServer server = TestServer.of(service, InstantSource.fixed(NOW), true);

    @BeforeEach
    void start() throws StartException {
        var small = Feeds.atom("atom.xml", "<feed>1</feed>");
        var large = Feeds.atom("large.xml", "x".repeat(LARGE));
        published.publish(new Snapshot(1, Map.of(small.path(), small, large.path(), large), OnDemand.NONE));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] bytes(String request) {
        return request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private RawAnswers answers(String requests) throws IOException {
        return RawAnswers.to(server.port(), bytes(requests));
    }

    @Test
    void direct_responses_have_the_same_bytes() throws Exception {
        var tag = Feeds.atom("atom.xml", "<feed>1</feed>").identity().entityTag();
        for (var fields : List.of(
                "",
                "Accept-Encoding: gzip\n",
                "If-None-Match: " + tag + "\n",
                "If-None-Match: " + tag + "\nUser-Agent: Reader\nConnection: keep-alive\n",
                "If-None-Match: \"other\"\nIf-None-Match: " + tag + "\n",
                "If-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT\n")) {
            var plain = answers(PLAIN.replace("x\n\n", "x\n" + fields + "\n"));
            var throughJavalin = answers(THROUGH_JAVALIN.replace("b\n\n", "b\n" + fields + "\n"));

            assertThat(plain.statuses()).as(fields).hasSize(1);
            assertThat(plain).as(fields).isEqualTo(throughJavalin);
        }
    }

    @Test
    void the_service_gets_the_same_request() throws Exception {
        answers(PLAIN.replace("x\n\n", "x\nA: b\nA: c\nB:\n\n")
                + THROUGH_JAVALIN.replace("b\n\n", "b\nA: b\nA: c\nB:\n\n"));

        assertThat(service.seen)
                .containsExactly(
                        "directly GET /atom.xml  from 127.0.0.1: Optional[x] Optional[b, c] Optional[] Optional.empty",
                        "by Javalin GET /atom.xml  from 127.0.0.1: Optional[x] Optional[b, c] Optional[] Optional.empty");
    }

    @Test
    void a_prepared_response_needs_no_other_thread() throws IOException, StartException {
        try (var shared = TestServer.of(new OnlyPrepared(service), InstantSource.fixed(NOW), true)) {
            shared.start();
            try (var wire = new Wire(shared.port())) {
                assertThat(wire.get("/atom.xml").status()).isEqualTo(200);
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
        public Optional<PreparedResponse> preparedResponse(FeedRequest request, Instant now) {
            return service.preparedResponse(request, now);
        }

        @Override
        public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
            return service.errorResponse(request, status, now);
        }
    }

    @Test
    void pipelined_requests_get_responses_in_order() throws IOException {
        var missing = "GET /other.xml HTTP/1.1\nHost: x\n\n";
        var large = "GET /large.xml HTTP/1.1\nHost: x\n\n";

        assertThat(answers(PLAIN
                                + missing
                                + PLAIN
                                + THROUGH_JAVALIN
                                + large
                                + PLAIN
                                + missing
                                + large
                                + THROUGH_JAVALIN
                                + PLAIN)
                        .statuses())
                .containsExactly(200, 404, 200, 200, 200, 200, 404, 200, 200, 200);
    }

    @Test
    void more_requests_than_fit_into_the_buffer_all_get_responses() throws IOException {
        var many = 2_000;

        assertThat(answers(PLAIN.repeat(many)).statuses()).hasSize(many).containsOnly(200);
        assertThat(answers((PLAIN + THROUGH_JAVALIN).repeat(many)).statuses())
                .hasSize(2 * many)
                .containsOnly(200);
    }

    @Test
    void a_request_may_arrive_in_pieces() throws Exception {
        try (var wire = new Wire(server.port())) {
            assertThat(wire.send(new String(bytes(PLAIN + "GET /at"), StandardCharsets.US_ASCII), true)
                            .status())
                    .isEqualTo(200);
            assertThat(wire.send(
                                    new String(bytes("om.xml HTTP/1.1\nHost: x\n\n" + "GE"), StandardCharsets.US_ASCII),
                                    true)
                            .status())
                    .isEqualTo(200);
            assertThat(wire.send(new String(bytes("T" + PLAIN.substring(3)), StandardCharsets.US_ASCII), true)
                            .text())
                    .isEqualTo("<feed>1</feed>");
        }
    }

    @Test
    void a_slow_reader_gets_every_response() throws Exception {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            socket.getOutputStream().write(bytes("GET /large.xml HTTP/1.1\nHost: x\n\n".repeat(3) + PLAIN));
            // The socket buffers are full now, so the first response is not yet sent completely.
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.shutdownOutput();

            var rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(RawAnswers.parse("H" + rest).statuses()).containsExactly(200, 200, 200, 200);
        }
    }

    /** A service that records its requests. */
    private record Recorder(HttpService service, List<String> seen) implements HttpService {
        Recorder(HttpService service) {
            this(service, new CopyOnWriteArrayList<>());
        }

        @Override
        public FeedResponse respond(FeedRequest request, Instant now) {
            see("by Javalin", request);
            return service.respond(request, now);
        }

        @Override
        public Optional<PreparedResponse> preparedResponse(FeedRequest request, Instant now) {
            see("directly", request);
            return service.preparedResponse(request, now);
        }

        private void see(String way, FeedRequest request) {
            var fields = Stream.of("Host", "A", "B", "C").map(request::header).map(Optional::toString);
            seen.add("%s %s %s %s from %s: %s"
                    .formatted(
                            way,
                            request.method(),
                            request.path(),
                            request.query(),
                            request.remoteAddress(),
                            String.join(" ", fields.toList())));
        }

        @Override
        public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
            return service.errorResponse(request, status, now);
        }
    }
}
