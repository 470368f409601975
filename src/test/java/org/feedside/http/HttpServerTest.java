package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.feeds.Lookup;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server over real sockets. */
class HttpServerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final URI BASE_URL = URI.create("https://example.org/blog");
    private static final ServiceConfig SETTINGS = ServiceConfig.DEFAULT;

    private final Document site = Feeds.atom("atom.xml", "<feed>" + "Hello, readers. ".repeat(10_000) + "</feed>");
    private final Document tag = Feeds.atom("tags/日本/atom.xml", "<feed>日本</feed>");
    private final Published published = new Published();
    private final HttpServer server =
            TestServer.of(new FeedService(published, BASE_URL, SETTINGS), InstantSource.fixed(NOW));

    private final Wire wire;

    HttpServerTest() throws IOException, StartException {
        published.publish(Feeds.snapshot(site, tag));
        server.start();
        wire = new Wire(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        wire.close();
        server.close();
    }

    @Test
    void a_feed_is_sent_completely_with_its_validators() throws IOException {
        var feed = wire.get("/blog/atom.xml");

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.body()).isEqualTo(site.identity().bytes());
        assertThat(feed.header("Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
        assertThat(feed.header("Content-Length"))
                .isEqualTo(Integer.toString(site.identity().bytes().size()));
        assertThat(feed.header("ETag")).isEqualTo(site.identity().entityTag());
        assertThat(feed.header("Last-Modified")).isEqualTo("Fri, 20 Nov 2026 10:00:00 GMT");
        assertThat(feed.header("Date")).isEqualTo("Mon, 23 Nov 2026 09:00:00 GMT");
        assertThat(feed.header("Content-Encoding")).isEqualTo("-");
        assertThat(feed.header("Transfer-Encoding")).isEqualTo("-");
        assertThat(feed.header("Server")).isEqualTo("-");
        assertThat(feed.header("Set-Cookie")).isEqualTo("-");
    }

    @Test
    void gzip_has_its_own_length_and_entity_tag() throws IOException {
        var feed = wire.get("/atom.xml", "Accept-Encoding: gzip");

        var gzip = site.variant(Coding.GZIP).orElseThrow();
        assertThat(feed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(feed.header("Vary")).isEqualTo("Accept-Encoding, A-IM");
        assertThat(feed.header("ETag"))
                .isEqualTo(gzip.entityTag())
                .isNotEqualTo(site.identity().entityTag());
        assertThat(feed.body()).isEqualTo(gzip.bytes());
    }

    @Test
    void head_has_the_fields_of_get_without_the_body() throws IOException {
        for (var coding : new String[] {"identity", "gzip"}) {
            for (var path : new String[] {"/atom.xml", "/nothing.xml", "/a/../b", "/blog/tags/日本/atom.xml"}) {
                var get = wire.get(path, "Accept-Encoding: " + coding);
                var head = wire.request("HEAD", path, "Accept-Encoding: " + coding);

                assertThat(head.status()).as(path).isEqualTo(get.status());
                assertThat(head.headers()).as(path).isEqualTo(get.headers());
            }
        }
    }

    @Test
    void a_304_has_all_validators_and_no_content_fields() throws IOException {
        var feed = wire.get("/atom.xml");
        for (var condition : new String[] {
            "If-None-Match: " + feed.header("ETag"),
            "If-None-Match: W/" + feed.header("ETag"),
            "If-None-Match: \"other\"\r\nIf-None-Match: " + feed.header("ETag"),
            "If-None-Match: *",
            "If-None-Match: " + feed.header("ETag") + "\r\nIf-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
            "If-Modified-Since: " + feed.header("Last-Modified")
        }) {
            for (var method : new String[] {"GET", "HEAD"}) {
                var same = wire.request(method, "/atom.xml", condition);

                assertThat(same.status()).as(condition).isEqualTo(304);
                assertThat(same.header("ETag")).isEqualTo(feed.header("ETag"));
                assertThat(same.header("Last-Modified")).isEqualTo(feed.header("Last-Modified"));
                assertThat(same.header("Cache-Control")).isEqualTo(feed.header("Cache-Control"));
                assertThat(same.header("Vary")).isEqualTo(feed.header("Vary"));
                assertThat(same.header("Date")).isEqualTo(feed.header("Date"));
                assertThat(same.headers()).noneMatch(h -> h.startsWith("Content-"));
                assertThat(same.headers()).noneMatch(h -> h.startsWith("Transfer-"));
            }
        }
    }

    @Test
    void a_changed_feed_is_sent_completely() throws IOException {
        for (var condition : new String[] {
            "If-None-Match: \"other\"",
            "If-None-Match: \"other\"\r\nIf-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT",
            "If-Modified-Since: Fri, 20 Nov 2026 09:59:59 GMT",
            "If-Modified-Since: Fri, 20 Nov 2026 10:00:01 GMT",
            "If-Modified-Since: yesterday"
        }) {
            assertThat(wire.get("/atom.xml", condition).status()).as(condition).isEqualTo(200);
        }
    }

    @Test
    void a_feed_is_found_with_and_without_the_base_path() throws IOException {
        for (var path : new String[] {
            "/blog/tags/%E6%97%A5%E6%9C%AC/atom.xml",
            "/blog/tags/日本/atom.xml",
            "/tags/%e6%97%a5%e6%9c%ac/atom.xml",
            "/tags/日本/atom.xml?utm_source=x&y=%zz",
            "http://127.0.0.1/tags/%E6%97%A5%E6%9C%AC/atom.xml"
        }) {
            var feed = wire.get(path);

            assertThat(feed.status()).as(path).isEqualTo(200);
            assertThat(feed.body()).isEqualTo(tag.identity().bytes());
        }
    }

    @Test
    void an_unknown_path_gets_404_with_an_example() throws IOException {
        for (var path : new String[] {"/blog", "//atom.xml", "/ATOM.XML", "/favicon.ico"}) {
            var response = wire.get(path);

            assertThat(response.status()).as(path).isEqualTo(404);
            assertThat(response.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
            assertThat(response.text()).contains("https://example.org/blog/atom.xml");
        }
    }

    @Test
    void an_on_demand_feed_is_served_without_last_modified() throws IOException {
        published.publish(new Snapshot(2, Map.of("atom.xml", site), HttpServerTest::onDemand));
        var feed = wire.get("/blog/tags/a+b/atom.xml");

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.text()).isEqualTo("<feed>a+b</feed>");
        assertThat(feed.header("Last-Modified")).isEqualTo("-");
        assertThat(feed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(feed.header("Link")).startsWith("<https://example.org/blog/tags/a+b/atom.xml>; rel=\"self\"");

        var again = wire.get("/tags/a%2Bb/atom.xml", "If-None-Match: " + feed.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(feed.header("ETag"));
    }

    /** Pings are only sent for feeds that always exist. */
    @Test
    void on_demand_feeds_and_the_list_of_feeds_link_no_hub() throws IOException, StartException {
        var settings = SETTINGS.withHub(Optional.of(URI.create("https://hub.example/")));
        var list = Feeds.list("feeds.opml", "<opml/>");
        published.publish(new Snapshot(2, Map.of("atom.xml", site, "feeds.opml", list), HttpServerTest::onDemand));
        try (var other = TestServer.of(new FeedService(published, BASE_URL, settings), InstantSource.fixed(NOW))) {
            other.start();
            try (var newWire = new Wire(other.port())) {
                assertThat(newWire.get("/atom.xml").header("Link")).contains("rel=\"hub\"");
                assertThat(newWire.get("/tags/a+b/atom.xml").header("Link")).doesNotContain("rel=\"hub\"");
                assertThat(newWire.get("/feeds.opml").header("Link"))
                        .contains("rel=\"self\"")
                        .doesNotContain("rel=\"hub\"");
            }
        }
    }

    @Test
    void a_combination_in_another_order_redirects_to_its_address() throws IOException {
        published.publish(new Snapshot(2, Map.of("atom.xml", site), HttpServerTest::onDemand));
        var response = wire.get("/blog/tags/b+a/atom.xml");

        assertThat(response.status()).isEqualTo(301);
        assertThat(response.header("Location")).isEqualTo("https://example.org/blog/tags/a+b/atom.xml");
    }

    @Test
    void a_feed_that_cannot_be_generated_now_gets_503() throws IOException {
        published.publish(new Snapshot(2, Map.of("atom.xml", site), HttpServerTest::onDemand));
        var response = wire.get("/blog/tags/busy/atom.xml");

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("10");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
    }

    private static Lookup<Document> onDemand(String path) {
        return switch (path) {
            case "tags/a+b/atom.xml" -> {
                var file = new FeedFile(path, "https://example.org/blog/" + path, "id", Format.ATOM);
                var info = FeedInfo.ofPage("https://example.org/blog/tags/");
                yield new Lookup.Found<>(Document.onDemand(file, info, Bytes.utf8("<feed>a+b</feed>")));
            }
            case "tags/b+a/atom.xml" -> new Lookup.Moved<>("tags/a+b/atom.xml");
            case "tags/busy/atom.xml" -> new Lookup.Unavailable<>();
            default -> new Lookup.NotFound<>();
        };
    }

    @Test
    void malformed_paths_get_400() throws IOException {
        for (var path :
                new String[] {"/%", "/%zz", "/%00", "/..", "/a/../atom.xml", "/%2e%2e/atom.xml", "/a%5Cb", "/%FF"}) {
            // Jetty rejects some of them itself, and closes the connection.
            try (var newWire = new Wire(server.port())) {
                var response = newWire.get(path);

                assertThat(response.status()).as(path).isEqualTo(400);
                assertThat(response.header("Content-Type")).as(path).isEqualTo("text/plain;charset=utf-8");
            }
        }
    }

    @Test
    void other_methods_get_405_with_the_allowed_methods() throws IOException {
        for (var method : new String[] {"POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get", "X-Y"}) {
            var response = wire.request(method, "/atom.xml");

            assertThat(response.status()).as(method).isEqualTo(405);
            assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        }
        for (var target : new String[] {"/atom.xml", "/nothing", "*"}) {
            var options = wire.request("OPTIONS", target);

            assertThat(options.status()).isEqualTo(204);
            assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(options.header("Content-Length")).isEqualTo("-");
        }
    }

    @Test
    void before_the_first_publication_the_status_is_503() throws IOException, StartException {
        try (var fresh =
                TestServer.of(new FeedService(new Published(), BASE_URL, SETTINGS), InstantSource.fixed(NOW))) {
            fresh.start();
            try (var newWire = new Wire(fresh.port())) {
                var response = newWire.get("/atom.xml");

                assertThat(response.status()).isEqualTo(503);
                assertThat(response.header("Retry-After")).matches("[0-9]+");
            }
        }
    }

    @Test
    void an_unexpected_body_does_not_affect_the_next_request() throws IOException {
        var post = wire.send("POST /atom.xml HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", true);
        var get = wire.get("/atom.xml");

        assertThat(post.status()).isEqualTo(405);
        assertThat(get.status()).isEqualTo(200);
    }

    @Test
    void malformed_requests_get_plain_text_errors() throws IOException {
        for (var request : new String[] {
            "GET /atom.xml HTTP/1.1\r\n\r\n",
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /atom.xml HTTP/9.9\r\nHost: x\r\n\r\n",
            "GET\r\n\r\n",
            "GET /atom.xml HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
            "\u0016\u0003\u0001 hello\r\n\r\n"
        }) {
            try (var newWire = new Wire(server.port())) {
                var response = newWire.send(request, true);

                assertThat(response.status()).as(request).isBetween(400, 505);
                assertThat(response.header("Content-Type")).as(request).isEqualTo("text/plain;charset=utf-8");
                assertThat(response.text()).doesNotContain("Exception").doesNotContain("etty");
                assertThat(response.header("Server")).isEqualTo("-");
            }
        }
    }

    @Test
    void an_upgrade_is_ignored() throws IOException {
        assertThat(wire.get(
                                "/atom.xml",
                                "Connection: Upgrade, HTTP2-Settings",
                                "Upgrade: h2c",
                                "HTTP2-Settings: AAMAAABkAAQAAP__")
                        .status())
                .isEqualTo(200);
        assertThat(wire.get(
                                "/atom.xml",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_exception_is_not_revealed_to_the_client() throws IOException, StartException {
        try (var broken = TestServer.of(new Broken(published), InstantSource.fixed(NOW))) {
            broken.start();
            try (var newWire = new Wire(broken.port())) {
                var response = newWire.get("/atom.xml");

                assertThat(response.status()).isEqualTo(500);
                assertThat(response.header("Cache-Control")).isEqualTo("no-store");
                assertThat(response.text()).contains("See the log for details").doesNotContain("secret");
                assertThat(newWire.get("/atom.xml").status()).isEqualTo(500);
            }
        }
    }

    @Test
    void a_port_in_use_is_explained() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var second = TestServer.at(
                        "127.0.0.1",
                        other.getLocalPort(),
                        new FeedService(published, BASE_URL, SETTINGS),
                        InstantSource.fixed(NOW))) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(StartException.class)
                    .hasMessage(
                            "cannot listen on 127.0.0.1 port %d: another program uses this port; stop that program, or choose another port. The status of a site is on the port after that of its feeds: if this is in the way of another site, set `port` in [operator] of its feedside.toml"
                                    .formatted(other.getLocalPort()));
        }
    }

    @Test
    void a_wrong_host_is_explained() {
        try (var elsewhere = TestServer.at(
                        "192.0.2.1", 0, new FeedService(published, BASE_URL, SETTINGS), InstantSource.fixed(NOW));
                var nowhere = TestServer.at(
                        "no such host", 0, new FeedService(published, BASE_URL, SETTINGS), InstantSource.fixed(NOW))) {
            assertThatThrownBy(elsewhere::start)
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("this machine does not have that address");
            assertThatThrownBy(nowhere::start)
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("no such host");
        }
    }

    @Test
    void stopping_does_not_wait_for_idle_connections() throws IOException {
        assertThat(wire.get("/atom.xml").status()).isEqualTo(200);

        server.close();

        assertThat(wire.isClosedByServer()).isTrue();
    }

    @Test
    void responses_that_are_unfinished_when_the_server_stops_are_one_warning() throws Exception {
        var console = System.out;
        var log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        var responding = new CountDownLatch(1);
        var blocked = TestServer.of(
                new Blocked(new FeedService(published, BASE_URL, SETTINGS), responding), InstantSource.fixed(NOW));
        blocked.start();
        try (var client = new Socket(InetAddress.getLoopbackAddress(), blocked.port())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            responding.await();
            blocked.close();
        } finally {
            System.setOut(console);
        }

        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("WARN  HttpServer: some responses were not finished 3 s after the stop began");
    }

    /** A service that does not respond before its thread is interrupted. */
    private record Blocked(HttpService service, CountDownLatch responding) implements HttpService {
        @Override
        public FeedResponse respond(FeedRequest request, Instant now) {
            responding.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return service.respond(request, now);
        }

        @Override
        public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
            return service.errorResponse(request, status, now);
        }
    }

    /** A service that throws exceptions. */
    private record Broken(Published published) implements HttpService {
        @Override
        public FeedResponse respond(FeedRequest request, Instant now) {
            throw new IllegalStateException("a secret");
        }

        @Override
        public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
            return new FeedService(published, BASE_URL, SETTINGS).errorResponse(request, status, now);
        }
    }
}
