package org.feedside.websub;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.feedside.testing.TestHub;
import org.feedside.testing.TestHub.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pings over real sockets, to correct and to faulty hubs. */
class HttpHubTest {
    static final String ENCODED_TOPIC = "https%3A%2F%2Fexample.org%2Ftags%2Fa%2Bb%2F%E6%97%A5%2Fatom.xml";

    private static final String TOPIC = "https://example.org/tags/a+b/日/atom.xml";
    private static final PingResult ACCEPTED = new PingResult.Accepted();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final TestHub server = start();

    private static TestHub start() {
        try {
            return TestHub.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpHub hub(URI address, Duration timeout) {
        return new HttpHub(address, HttpClient.newBuilder().connectTimeout(timeout), timeout);
    }

    private PingResult publish() throws InterruptedException {
        return hub(server.address(), LONG).publish(TOPIC);
    }

    private static PingResult unavailable(String why) {
        return PingResult.Unavailable.because(why);
    }

    @Test
    void a_ping_is_a_form_with_hub_url_and_hub_topic() throws InterruptedException {
        assertThat(publish()).isEqualTo(ACCEPTED);

        assertThat(server.remaining())
                .containsExactly(new Received(
                        "POST",
                        "/",
                        "application/x-www-form-urlencoded",
                        Map.of("hub.mode", "publish", "hub.url", TOPIC, "hub.topic", TOPIC)));
    }

    @Test
    void failures_have_a_reason_and_a_retry_delay() throws InterruptedException {
        server.respond(TestHub.status(500));
        assertThat(publish()).isEqualTo(unavailable("it answers 500"));

        server.respond(TestHub.status(503, "Retry-After", "77"));
        assertThat(publish())
                .isEqualTo(new PingResult.Unavailable("it answers 503", Optional.of(Duration.ofSeconds(77))));

        server.respond(TestHub.status(422));
        assertThat(publish()).isEqualTo(new PingResult.Refused("it answers 422", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirect_is_followed_with_the_same_form(int status) throws InterruptedException {
        server.respond((ping, exchange) -> (ping.path().equals("/there")
                        ? TestHub.status(204)
                        : TestHub.status(status, "Location", "/there"))
                .respond(ping, exchange));

        assertThat(publish()).isEqualTo(ACCEPTED);

        var pings = server.remaining();
        assertThat(pings).extracting(Received::path).containsExactly("/", "/there");
        assertThat(pings).extracting(Received::method).containsOnly("POST");
        assertThat(pings.get(1).form()).isEqualTo(pings.get(0).form());
    }

    @Test
    void five_redirects_are_followed_and_no_more() throws InterruptedException {
        for (var hops : List.of(5, 6)) {
            server.respond((ping, exchange) -> {
                var hop = ping.path().length() - 1;
                (hop == hops ? TestHub.status(202) : TestHub.status(307, "Location", ping.path() + "x"))
                        .respond(ping, exchange);
            });

            assertThat(publish()).isEqualTo(hops == 5 ? ACCEPTED : unavailable("it redirects more than 5 times"));
            assertThat(server.remaining()).hasSize(6);
        }
    }

    @Test
    void a_redirect_loop_ends() throws InterruptedException {
        server.respond(TestHub.status(302, "Location", "/"));

        assertThat(publish()).isEqualTo(unavailable("it redirects more than 5 times"));
    }

    @Test
    void a_redirect_without_a_usable_target_is_reported() throws InterruptedException {
        server.respond(TestHub.status(301));
        assertThat(publish())
                .isEqualTo(unavailable("it redirects with 301 from %s to no address, which is not followed"
                        .formatted(server.address())));

        server.respond(TestHub.status(301, "Location", "gopher://x/\u00E9"));
        assertThat(publish())
                .isEqualTo(unavailable("it redirects with 301 from %s to gopher://x/?, which is not followed"
                        .formatted(server.address())));

        server.respond(TestHub.status(301, "Location", "http://127.0.0.1:99999/"));
        assertThat(publish()).isInstanceOf(PingResult.Unavailable.class);
    }

    @Test
    void a_redirect_from_https_to_http_is_not_followed(@TempDir Path folder) throws Exception {
        var tls = selfSigned(folder);
        var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
        try (var safe = TestHub.of(https).respond(TestHub.status(307, "Location", server.address() + ""))) {
            var address = URI.create("https://127.0.0.1:%d/".formatted(safe.port()));

            var trusting = new HttpHub(address, HttpClient.newBuilder().sslContext(tls), LONG);
            assertThat(trusting.publish(TOPIC))
                    .isEqualTo(unavailable("it redirects with 307 from %s to %s, which is not followed"
                            .formatted(address, server.address())));
            assertThat(safe.remaining()).hasSize(1);
            assertThat(server.remaining()).isEmpty();

            var untrusting = hub(address, LONG).publish(TOPIC);
            assertThat(untrusting.toString()).contains("TLS failed");
            assertThat(safe.remaining()).isEmpty();
        }
    }

    /** Returns a TLS context with a self-signed certificate that it trusts. */
    private static SSLContext selfSigned(Path folder) throws Exception {
        var store = folder.resolve("keys");
        var password = "password";
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hub",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hub",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        password,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var process = keytool.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    @Test
    void a_refused_connection_is_reported() throws InterruptedException {
        server.close();

        assertThat(publish()).isEqualTo(unavailable("no connection"));
    }

    @Test
    void an_unknown_host_is_reported() throws InterruptedException {
        assertThat(hub(URI.create("http://hub.invalid/"), LONG).publish(TOPIC)).isEqualTo(unavailable("no such host"));
    }

    @Test
    void a_connection_attempt_times_out() throws IOException, InterruptedException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = fill(full);

            var result = hub(URI.create("http://127.0.0.1:%d/".formatted(full.getLocalPort())), SHORT)
                    .publish(TOPIC);

            assertThat(result).isIn(unavailable("the connection timed out"), unavailable("the response timed out"));
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    /** Connects until the backlog of the socket is full. */
    private static List<Socket> fill(ServerSocket full) throws IOException {
        var waiting = new ArrayList<Socket>();
        while (true) {
            var socket = new Socket();
            try {
                socket.connect(full.getLocalSocketAddress(), (int) SHORT.toMillis());
                waiting.add(socket);
            } catch (SocketTimeoutException e) {
                socket.close();
                return waiting;
            }
        }
    }

    @Test
    void a_missing_response_times_out() throws IOException, InterruptedException {
        try (var silent = RawHub.writingAndWaiting("")) {
            assertThat(hub(silent.address(), SHORT).publish(TOPIC)).isEqualTo(unavailable("the response timed out"));
            assertThat(silent.isClosedByClient()).isTrue();
        }
    }

    @Test
    void an_incomplete_response_is_reported() throws IOException, InterruptedException {
        for (var start : List.of("", "HTTP/1.1 2", "HTTP/1.1 204 No Content\r\nX: ")) {
            try (var dying = RawHub.writing(start)) {
                var result = hub(dying.address(), LONG).publish(TOPIC);

                assertThat(result).as(start).isInstanceOf(PingResult.Unavailable.class);
                assertThat(result.toString()).contains("the connection failed");
            }
        }
    }

    @Test
    void a_server_without_http_is_reported() throws IOException, InterruptedException {
        try (var other = RawHub.writing("220 mail.example ESMTP\r\n\r\n")) {
            assertThat(hub(other.address(), LONG).publish(TOPIC)).isInstanceOf(PingResult.Unavailable.class);
        }
    }

    @Test
    void texts_of_a_hub_are_made_printable_and_shortened() throws IOException, InterruptedException {
        try (var vandal = RawHub.writing("HTTP/1.1 307 Go\r\nLocation: /\u001B[1m" + "x".repeat(999) + "\r\n\r\n")) {
            var result = hub(vandal.address(), LONG).publish(TOPIC);

            assertThat(((PingResult.Unavailable) result).why()).matches("[ -~]{1,300}…");
        }
    }

    @Test
    void errors_after_the_head_of_a_response_are_ignored() throws IOException, InterruptedException {
        try (var dying = RawHub.writing("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\nthan")) {
            assertThat(hub(dying.address(), LONG).publish(TOPIC)).isEqualTo(ACCEPTED);
        }
        try (var slow = RawHub.writingAndWaiting("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\nthan")) {
            assertThat(hub(slow.address(), SHORT).publish(TOPIC)).isEqualTo(ACCEPTED);
            assertThat(slow.isClosedByClient()).isTrue();
        }
    }

    @Test
    void an_endless_body_is_cancelled() throws IOException, InterruptedException {
        try (var endless = new RawHub(socket -> {
            RawHub.write(socket.getOutputStream(), "HTTP/1.1 202 Accepted\r\n\r\n");
            while (true) {
                RawHub.write(socket.getOutputStream(), "thank you ".repeat(1000));
            }
        })) {
            assertThat(hub(endless.address(), LONG).publish(TOPIC)).isEqualTo(ACCEPTED);
            assertThat(endless.isClosedByClient()).isTrue();
        }
    }

    @Test
    void connections_are_reused() throws InterruptedException, IOException {
        var ports = new ArrayList<Integer>();
        server.respond((ping, exchange) -> {
            ports.add(exchange.getRemoteAddress().getPort());
            exchange.sendResponseHeaders(202, 5);
            exchange.getResponseBody().write("taken".getBytes(StandardCharsets.US_ASCII));
        });
        var hub = hub(server.address(), LONG);

        for (int i = 0; i < 3; i++) {
            assertThat(hub.publish(TOPIC)).isEqualTo(ACCEPTED);
        }

        assertThat(ports).hasSize(3).containsOnly(ports.get(0));
    }
}
