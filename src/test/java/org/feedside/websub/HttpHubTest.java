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

/** Pings over real sockets, to hubs that behave and to hubs that do not. */
class HttpHubTest {
    static final String ENCODED_TOPIC = "https%3A%2F%2Fexample.org%2Ftags%2Fa%2Bb%2F%E6%97%A5%2Fatom.xml";

    private static final String TOPIC = "https://example.org/tags/a+b/日/atom.xml";
    private static final PingResult TAKEN = new PingResult.Taken();
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

    private static HttpHub hub(URI address, Duration limit) {
        return new HttpHub(address, HttpClient.newBuilder().connectTimeout(limit), limit);
    }

    private PingResult publish() throws InterruptedException {
        return hub(server.address(), LONG).publish(TOPIC);
    }

    private static PingResult unavailable(String why) {
        return PingResult.Unavailable.because(why);
    }

    @Test
    void a_ping_is_a_form_that_names_the_topic_in_both_ways() throws InterruptedException {
        assertThat(publish()).isEqualTo(TAKEN);

        assertThat(server.rest())
                .containsExactly(new Received(
                        "POST",
                        "/",
                        "application/x-www-form-urlencoded",
                        Map.of("hub.mode", "publish", "hub.url", TOPIC, "hub.topic", TOPIC)));
    }

    @Test
    void failures_and_their_times_come_through() throws InterruptedException {
        server.that(TestHub.answering(500));
        assertThat(publish()).isEqualTo(unavailable("it answers 500"));

        server.that(TestHub.answering(503, "Retry-After", "77"));
        assertThat(publish())
                .isEqualTo(new PingResult.Unavailable("it answers 503", Optional.of(Duration.ofSeconds(77))));

        server.that(TestHub.answering(422));
        assertThat(publish()).isEqualTo(new PingResult.Refused("it answers 422", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirect_is_followed_with_the_same_form(int status) throws InterruptedException {
        server.that((ping, exchange) -> (ping.path().equals("/there")
                        ? TestHub.answering(204)
                        : TestHub.answering(status, "Location", "/there"))
                .answer(ping, exchange));

        assertThat(publish()).isEqualTo(TAKEN);

        var pings = server.rest();
        assertThat(pings).extracting(Received::path).containsExactly("/", "/there");
        assertThat(pings).extracting(Received::method).containsOnly("POST");
        assertThat(pings.get(1).form()).isEqualTo(pings.get(0).form());
    }

    @Test
    void five_redirects_are_followed_and_no_more() throws InterruptedException {
        for (var hops : List.of(5, 6)) {
            server.that((ping, exchange) -> {
                var hop = ping.path().length() - 1;
                (hop == hops ? TestHub.answering(202) : TestHub.answering(307, "Location", ping.path() + "x"))
                        .answer(ping, exchange);
            });

            assertThat(publish()).isEqualTo(hops == 5 ? TAKEN : unavailable("it redirects more than 5 times"));
            assertThat(server.rest()).hasSize(6);
        }
    }

    @Test
    void a_hub_that_sends_us_round_in_a_circle_is_left() throws InterruptedException {
        server.that(TestHub.answering(302, "Location", "/"));

        assertThat(publish()).isEqualTo(unavailable("it redirects more than 5 times"));
    }

    @Test
    void a_redirect_that_leads_nowhere_is_told() throws InterruptedException {
        server.that(TestHub.answering(301));
        assertThat(publish())
                .isEqualTo(unavailable(
                        "it redirects with 301 from %s to nowhere, which is not followed".formatted(server.address())));

        server.that(TestHub.answering(301, "Location", "gopher://x/\u00E9"));
        assertThat(publish())
                .isEqualTo(unavailable("it redirects with 301 from %s to gopher://x/?, which is not followed"
                        .formatted(server.address())));

        server.that(TestHub.answering(301, "Location", "http://127.0.0.1:99999/"));
        assertThat(publish()).isInstanceOf(PingResult.Unavailable.class);
    }

    @Test
    void a_safe_hub_may_not_redirect_to_one_that_is_not(@TempDir Path folder) throws Exception {
        var tls = selfSigned(folder);
        var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
        try (var safe = TestHub.of(https).that(TestHub.answering(307, "Location", server.address() + ""))) {
            var address = URI.create("https://127.0.0.1:%d/".formatted(safe.port()));

            var trusting = new HttpHub(address, HttpClient.newBuilder().sslContext(tls), LONG);
            assertThat(trusting.publish(TOPIC))
                    .isEqualTo(unavailable("it redirects with 307 from %s to %s, which is not followed"
                            .formatted(address, server.address())));
            assertThat(safe.rest()).hasSize(1);
            assertThat(server.rest()).isEmpty();

            var careful = hub(address, LONG).publish(TOPIC);
            assertThat(careful.toString()).contains("no safe connection");
            assertThat(safe.rest()).isEmpty();
        }
    }

    /** TLS with a certificate of our own that it trusts itself. */
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
    void a_hub_that_is_not_there_is_told() throws InterruptedException {
        server.close();

        assertThat(publish()).isEqualTo(unavailable("no connection"));
    }

    @Test
    void a_hub_that_nobody_knows_is_told() throws InterruptedException {
        assertThat(hub(URI.create("http://hub.invalid/"), LONG).publish(TOPIC)).isEqualTo(unavailable("no such host"));
    }

    @Test
    void a_hub_that_takes_no_connection_is_left_after_a_while() throws IOException, InterruptedException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = fill(full);

            var answer = hub(URI.create("http://127.0.0.1:%d/".formatted(full.getLocalPort())), SHORT)
                    .publish(TOPIC);

            assertThat(answer).isIn(unavailable("no connection in time"), unavailable("no answer in time"));
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    /** Connects until the system lets no more connections wait. */
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
    void a_hub_that_does_not_answer_is_left_after_a_while() throws IOException, InterruptedException {
        try (var silent = RawHub.sayingAndWaiting("")) {
            assertThat(hub(silent.address(), SHORT).publish(TOPIC)).isEqualTo(unavailable("no answer in time"));
            assertThat(silent.isLeft()).isTrue();
        }
    }

    @Test
    void a_hub_that_dies_before_its_answer_is_whole_is_told() throws IOException, InterruptedException {
        for (var start : List.of("", "HTTP/1.1 2", "HTTP/1.1 204 No Content\r\nX: ")) {
            try (var dying = RawHub.saying(start)) {
                var answer = hub(dying.address(), LONG).publish(TOPIC);

                assertThat(answer).as(start).isInstanceOf(PingResult.Unavailable.class);
                assertThat(answer.toString()).contains("the connection was closed early");
            }
        }
    }

    @Test
    void something_that_does_not_speak_http_is_told() throws IOException, InterruptedException {
        try (var other = RawHub.saying("220 mail.example ESMTP\r\n\r\n")) {
            assertThat(hub(other.address(), LONG).publish(TOPIC)).isInstanceOf(PingResult.Unavailable.class);
        }
    }

    @Test
    void nothing_of_a_hub_gets_into_the_log_but_plain_text() throws IOException, InterruptedException {
        try (var vandal = RawHub.saying("HTTP/1.1 307 Go\r\nLocation: /\u001B[1m" + "x".repeat(999) + "\r\n\r\n")) {
            var answer = hub(vandal.address(), LONG).publish(TOPIC);

            assertThat(((PingResult.Unavailable) answer).why()).matches("[ -~]{1,300}…");
        }
    }

    @Test
    void what_is_wrong_behind_the_head_of_an_answer_does_not_matter() throws IOException, InterruptedException {
        try (var dying = RawHub.saying("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\nthan")) {
            assertThat(hub(dying.address(), LONG).publish(TOPIC)).isEqualTo(TAKEN);
        }
        try (var slow = RawHub.sayingAndWaiting("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\nthan")) {
            assertThat(hub(slow.address(), SHORT).publish(TOPIC)).isEqualTo(TAKEN);
            assertThat(slow.isLeft()).isTrue();
        }
    }

    @Test
    void an_answer_without_an_end_is_not_read_to_it() throws IOException, InterruptedException {
        try (var endless = new RawHub(socket -> {
            RawHub.write(socket.getOutputStream(), "HTTP/1.1 202 Accepted\r\n\r\n");
            while (true) {
                RawHub.write(socket.getOutputStream(), "thank you ".repeat(1000));
            }
        })) {
            assertThat(hub(endless.address(), LONG).publish(TOPIC)).isEqualTo(TAKEN);
            assertThat(endless.isLeft()).isTrue();
        }
    }

    @Test
    void connections_are_used_again() throws InterruptedException, IOException {
        var ports = new ArrayList<Integer>();
        server.that((ping, exchange) -> {
            ports.add(exchange.getRemoteAddress().getPort());
            exchange.sendResponseHeaders(202, 5);
            exchange.getResponseBody().write("taken".getBytes(StandardCharsets.US_ASCII));
        });
        var hub = hub(server.address(), LONG);

        for (int i = 0; i < 3; i++) {
            assertThat(hub.publish(TOPIC)).isEqualTo(TAKEN);
        }

        assertThat(ports).hasSize(3).containsOnly(ports.get(0));
    }
}
