package org.feedside.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLHandshakeException;
import org.feedside.pipeline.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests over real sockets. */
class HttpFetcherTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final LinkedBlockingQueue<Map<String, List<String>>> requests = new LinkedBlockingQueue<>();
    private HttpServer server = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/feed", exchange -> {
            requests.add(exchange.getRequestHeaders());
            exchange.getResponseHeaders().add("Cache-Control", "public");
            exchange.getResponseHeaders().add("Cache-Control", "max-age=60");
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/feed");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                writeEndlessly(out);
            }
        });
        server.createContext("/late", exchange -> {
            LockSupport.parkNanos(SHORT.dividedBy(2).toNanos());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            // Neither answered nor closed.
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void writeEndlessly(OutputStream out) {
        var part = new byte[1 << 16];
        try {
            while (true) {
                out.write(part);
            }
        } catch (IOException e) {
            // The other end has closed the connection, as the test intends.
            assertThat(e).isNotNull();
        }
    }

    @Test
    void a_request_is_sent_as_the_reader_writes_it_and_the_answer_comes_whole() throws Exception {
        var fields = SimulatedReader.NEWSBOAT.request(
                address("/feed"),
                Validators.of(
                        FeedOnServer.answer(200, Map.of("ETag", "\"a\""), "").fields()));

        var answer = (FetchResult.Received) patient().get(address("/feed"), fields);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.fields().value("cache-control")).contains("public, max-age=60");
        assertThat(answer.body()).hasToString("hello");
        assertThat(answer.isCut()).isFalse();
        var request = requests.take();
        assertThat(request)
                .containsEntry("User-agent", List.of("newsboat/2.40.0 (Linux x86_64)"))
                .containsEntry("Accept-encoding", List.of("deflate, gzip, br, zstd"))
                .containsEntry("If-none-match", List.of("\"a\""))
                .containsEntry("A-im", List.of("feed"))
                .doesNotContainKeys("Upgrade", "If-modified-since");
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        var answer = (FetchResult.Received) patient().get(address("/moved"), Map.of());

        assertThat(answer.isRedirect()).isTrue();
        assertThat(answer.fields().value("Location")).contains("/feed");
    }

    @Test
    void of_a_body_without_end_only_the_beginning_is_taken() throws Exception {
        var answer = (FetchResult.Received) patient().get(address("/endless"), Map.of());

        assertThat(answer.isCut()).isTrue();
        assertThat(answer.body().size()).isEqualTo(10_000_000);
    }

    @Test
    void who_does_not_answer_is_not_waited_for() throws Exception {
        assertThat(new HttpFetcher(SHORT, SHORT, Optional.empty(), Progress.NONE).get(address("/silent"), Map.of()))
                .isInstanceOfSatisfying(
                        FetchResult.Missing.class,
                        missing -> assertThat(missing.failure()).isEqualTo(ConnectionFailure.NO_ANSWER));
    }

    @Test
    void a_host_that_did_not_answer_for_a_time_is_not_asked_again() throws Exception {
        var limit = Duration.ofSeconds(1);
        var fetcher = new HttpFetcher(limit, limit.multipliedBy(2), Optional.empty(), Progress.NONE);
        var silent = address("/silent");

        assertThat(trouble(fetcher, silent)).isEqualTo(ConnectionFailure.NO_ANSWER);
        assertThat(fetcher.get(address("/feed"), Map.of())).isInstanceOf(FetchResult.Received.class);
        assertThat(trouble(fetcher, silent)).isEqualTo(ConnectionFailure.NO_ANSWER);
        // What the clock leaves of the limit.
        trouble(fetcher, silent);

        assertThat(trouble(fetcher, silent)).isEqualTo(ConnectionFailure.NOT_ASKED);
        assertThat(trouble(fetcher, address("/feed"))).isEqualTo(ConnectionFailure.NOT_ASKED);
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_host_that_is_always_late_is_not_asked_for_ever() throws Exception {
        var fetcher = new HttpFetcher(SHORT, SHORT.multipliedBy(2), Optional.empty(), Progress.NONE);

        for (var n = 0; n < 6; n++) {
            fetcher.get(address("/late"), Map.of());
        }

        assertThat(trouble(fetcher, address("/late"))).isEqualTo(ConnectionFailure.NOT_ASKED);
    }

    @Test
    void waiting_is_reported_each_second() throws Exception {
        var reports = new ArrayList<String>();
        var limit = Duration.ofMillis(1_100);
        var fetcher = new HttpFetcher(
                limit,
                limit,
                Optional.empty(),
                (work, done, total) -> reports.add("%s: %d of %d".formatted(work, done, total)));

        trouble(fetcher, address("/silent"));

        assertThat(reports)
                .containsExactly("waiting for 127.0.0.1:%d, seconds: 1 of 1"
                        .formatted(server.getAddress().getPort()));
    }

    @Test
    void a_fixed_server_gets_the_requests_for_a_host_with_its_name() throws Exception {
        var fetcher = connectedTo(server.getAddress(), "http://blog.example.invalid/feed");

        assertThat(fetcher.get(URI.create("http://blog.example.invalid/feed"), Map.of()))
                .isInstanceOf(FetchResult.Received.class);
        assertThat(requests.take()).containsEntry("Host", List.of("blog.example.invalid"));
        assertThat(trouble(fetcher, URI.create("http://other.example.invalid/feed")))
                .isEqualTo(ConnectionFailure.NO_SUCH_HOST);
    }

    /** The first message of TLS contains the name in plain text (RFC 6066, section 3). */
    @Test
    void a_fixed_server_is_asked_for_the_certificate_of_the_host() throws Exception {
        try (var tls = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var hello = new LinkedBlockingQueue<String>();
            var answering = new Thread(() -> {
                for (var n = 0; n < 2; n++) {
                    try (var connection = tls.accept()) {
                        connection.setSoTimeout(10_000);
                        var bytes = connection.getInputStream().readNBytes(300);
                        hello.add(new String(bytes, StandardCharsets.ISO_8859_1));
                    } catch (IOException e) {
                        hello.add(e.toString());
                    }
                }
            });
            answering.start();
            var url = "https://blog.example.invalid/feed";

            var failure = trouble(connectedTo((InetSocketAddress) tls.getLocalSocketAddress(), url), URI.create(url));

            assertThat(failure).isNotEqualTo(ConnectionFailure.NO_SUCH_HOST);
            // The first connection only tries whether the server is there.
            assertThat(hello.take()).isEmpty();
            assertThat(hello.take()).contains("blog.example.invalid");
            answering.join();
        }
    }

    private static HttpFetcher connectedTo(InetSocketAddress address, String url) throws IOException {
        return HttpFetcher.patient(Optional.of(FixedServer.of(address, URI.create(url))), Progress.NONE);
    }

    @Test
    void a_refused_connection_is_reported() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(trouble(URI.create("http://127.0.0.1:%d/".formatted(port)))).isEqualTo(ConnectionFailure.REFUSED);
    }

    @Test
    void an_unknown_host_is_distinguished_from_one_that_is_down() throws Exception {
        assertThat(trouble(URI.create("http://feeds.invalid/"))).isEqualTo(ConnectionFailure.NO_SUCH_HOST);
    }

    @Test
    void a_port_without_tls_is_known() throws Exception {
        try (var socket = answering("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")) {
            assertThat(trouble(URI.create("https://127.0.0.1:%d/".formatted(socket.getLocalPort()))))
                    .isEqualTo(ConnectionFailure.NOT_TLS);
        }
    }

    @Test
    void a_connection_that_is_closed_without_a_word_is_broken() throws Exception {
        try (var socket = answering("")) {
            assertThat(trouble(URI.create("http://127.0.0.1:%d/".formatted(socket.getLocalPort()))))
                    .isEqualTo(ConnectionFailure.BROKEN);
        }
    }

    @Test
    void failures_of_certificates_are_distinguished() {
        var expired = new CertPathValidatorException("validity check failed", new CertificateExpiredException("old"));

        assertThat(HttpFetcher.failureOf(handshake(expired))).isEqualTo(ConnectionFailure.CERTIFICATE_EXPIRED);
        assertThat(HttpFetcher.failureOf(handshake(new CertPathBuilderException("no path"))))
                .isEqualTo(ConnectionFailure.CERTIFICATE_UNTRUSTED);
        assertThat(HttpFetcher.failureOf(
                        new SSLHandshakeException("no").initCause(new CertificateException("no name"))))
                .isEqualTo(ConnectionFailure.CERTIFICATE_OF_ANOTHER);
        assertThat(HttpFetcher.failureOf(new SSLHandshakeException("Received fatal alert: protocol_version")))
                .isEqualTo(ConnectionFailure.TLS);
        assertThat(HttpFetcher.failureOf(new HttpConnectTimeoutException("late")))
                .isEqualTo(ConnectionFailure.NO_CONNECTION);
        assertThat(HttpFetcher.failureOf(new ConnectException())).isEqualTo(ConnectionFailure.REFUSED);
    }

    /** The exceptions as Java wraps them: the validator's inside its message's inside the handshake's. */
    private static Throwable handshake(Exception found) {
        return new SSLHandshakeException("PKIX").initCause(new CertificateException(found));
    }

    /** A server that sends these bytes after a client has sent something, then closes the connection. */
    private static ServerSocket answering(String answer) throws IOException {
        var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var answering = new Thread(() -> answerAll(socket, answer), "answering");
        answering.setDaemon(true);
        answering.start();
        return socket;
    }

    private static void answerAll(ServerSocket socket, String answer) {
        while (true) {
            try (var connection = socket.accept()) {
                connection.getInputStream().readNBytes(16);
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private static HttpFetcher patient() {
        return HttpFetcher.patient(Optional.empty(), Progress.NONE);
    }

    private static ConnectionFailure trouble(URI address) throws InterruptedException {
        return trouble(patient(), address);
    }

    private static ConnectionFailure trouble(HttpFetcher fetcher, URI address) throws InterruptedException {
        return ((FetchResult.Missing) fetcher.get(address, Map.of())).failure();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }
}
