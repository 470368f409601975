package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.feedside.config.ServiceConfig;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Published;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that hold connections or open too many. */
class HostileConnectionsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int LARGE = 8_000_000;
    private static final byte[] REQUEST =
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Published published = new Published();
    private final Deque<Socket> sockets = new ArrayDeque<>();

    @BeforeEach
    void publish() {
        published.publish(
                Feeds.snapshot(Feeds.atom("atom.xml", "<feed/>"), Feeds.atom("large.xml", "x".repeat(LARGE))));
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    private HttpServer server(int limit, Duration idle, Duration request) throws StartException {
        var server = TestServer.of(
                new FeedService(published, URI.create("https://example.org"), ServiceConfig.DEFAULT),
                InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")),
                limit,
                idle,
                request);
        server.start();
        return server;
    }

    private Socket connect(int port) throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void assertServed(int port) throws IOException {
        try (var wire = new Wire(port)) {
            assertThat(wire.get("/atom.xml").status()).isEqualTo(200);
        }
    }

    /** Returns how many bytes arrive before the connection is closed. */
    private static int received(Socket socket) throws IOException {
        return RawAnswers.received(socket).length();
    }

    @Test
    void clients_that_read_nothing_block_no_others_and_are_disconnected() throws Exception {
        try (var server = server(1_000, Duration.ofSeconds(5), LONG)) {
            for (var i = 0; i < 100; i++) {
                connect(server.port())
                        .getOutputStream()
                        .write("GET /large.xml HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            for (var i = 0; i < 100; i++) {
                assertServed(server.port());
            }
            // The sockets are read in the order they were opened, so the others have been closed too.
            var closed = 0;
            for (var socket : sockets) {
                if (received(socket) < LARGE) {
                    closed++;
                }
            }

            assertThat(closed).isGreaterThan(50);
            assertServed(server.port());
        }
    }

    @Test
    void a_slow_request_head_is_not_awaited_for_ever() throws Exception {
        try (var server = server(1_000, LONG, SHORT)) {
            var socket = connect(server.port());
            socket.setSoTimeout(50);
            socket.getOutputStream()
                    .write("GET /atom.xml HTTP/1.1\r\nHost: x\r\nX: ".getBytes(StandardCharsets.US_ASCII));

            assertThat(isClosedWhileSending(socket, 'a', 20_000)).isTrue();
            assertServed(server.port());
        }
    }

    /** Sends single bytes until the server closes the connection. */
    private static boolean isClosedWhileSending(Socket socket, char next, int limit) throws IOException {
        for (var i = 0; i < limit; i++) {
            if (isClosedAfterSending(socket, next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClosedAfterSending(Socket socket, char next) throws IOException {
        try {
            socket.getOutputStream().write(next);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            // No response, and the connection is open.
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void an_idle_connection_between_requests_is_not_a_slow_request() throws Exception {
        try (var server = server(1_000, LONG, SHORT);
                var wire = new Wire(server.port());
                var other = new Wire(server.port())) {
            assertThat(wire.get("/atom.xml").status()).isEqualTo(200);
            // The slow connection is closed, while this one was idle for as long.
            var socket = connect(server.port());
            socket.setSoTimeout(50);
            assertThat(isClosedWhileSending(socket, 'G', 20_000)).isTrue();

            assertThat(wire.get("/atom.xml").status()).isEqualTo(200);
            assertThat(other.get("/atom.xml").status()).isEqualTo(200);
        }
    }

    @Test
    void an_idle_connection_is_closed_after_the_timeout() throws Exception {
        try (var server = server(1_000, SHORT, LONG)) {
            var silent = connect(server.port());
            var done = connect(server.port());
            done.getOutputStream().write(REQUEST);
            var partial = connect(server.port());
            partial.getOutputStream().write("GET /atom.xml HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(received(silent)).isZero();
            assertThat(received(done)).isPositive();
            received(partial);
        }
    }

    @Test
    void a_client_that_shuts_down_its_output_still_gets_the_response() throws Exception {
        try (var server = server(1_000, LONG, LONG)) {
            var responses = RawAnswers.to(
                    server.port(), "GET /large.xml HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(responses.statuses()).containsExactly(200);
            assertThat(responses.text().length()).isGreaterThan(LARGE);
        }
    }

    @Test
    void at_the_connection_limit_the_idlest_are_closed() throws Exception {
        try (var server = server(40, LONG, LONG)) {
            var idlest = connect(server.port());
            idlest.getOutputStream().write(REQUEST);
            assertThat(idlest.getInputStream().read()).isEqualTo('H');
            var answered = System.nanoTime();
            // All others are served in a later millisecond: idle times have this unit.
            while (System.nanoTime() - answered < 5_000_000) {
                assertServed(server.port());
            }
            for (var i = 1; i < 60; i++) {
                connect(server.port()).getOutputStream().write(REQUEST);
            }

            for (var i = 0; i < 20; i++) {
                assertServed(server.port());
            }
            assertThat(received(idlest)).isPositive();
        }
    }

    @Test
    void without_file_descriptors_the_idlest_are_closed_too() throws Exception {
        try (var server = new ServerProcess(300)) {
            // Loads all classes: later no file can be opened.
            assertServed(server.port());
            for (var i = 0; i < 400; i++) {
                connect(server.port());
            }
            server.await("cannot accept connections");

            for (var i = 0; i < 20; i++) {
                assertServed(server.port());
            }
            server.heap();
            assertThat(server.log())
                    .filteredOn(line -> line.contains("cannot accept connections"))
                    .hasSize(1);
            assertThat(server.log()).noneMatch(line -> line.contains("Exception:") || line.contains("\tat "));
        }
    }

    @Test
    void ten_thousand_idle_connections_take_little_memory() throws Exception {
        var connections = 10_000;
        try (var server = new ServerProcess(connections + 1_000)) {
            assertServed(server.port());
            var before = server.heap();
            for (var i = 0; i < connections; i++) {
                var socket = connect(server.port());
                // Two requests: some memory of a connection is allocated after the first.
                for (var requests = 0; requests < 2; requests++) {
                    socket.getOutputStream()
                            .write("HEAD /atom.xml HTTP/1.1\r\nHost: x\r\nUser-Agent: Reader\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                    socket.getInputStream().skip(socket.getInputStream().available());
                }
            }
            for (var i = 0; i < 100; i++) {
                assertServed(server.port());
            }
            var each = (server.heap() - before) / connections;

            System.out.println("a connection costs " + each + " bytes of heap");
            assertThat(each).isLessThan(12_000);
            assertThat(sockets.getFirst().getInputStream().available()).isZero();
        }
    }
}
