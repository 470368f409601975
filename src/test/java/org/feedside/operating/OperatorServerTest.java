package org.feedside.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedside.operating.Exchanges.NOW;
import static org.feedside.operating.Exchanges.document;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.disk.SystemDisk;
import org.feedside.config.ServiceConfig;
import org.feedside.http.FeedService;
import org.feedside.http.TestServer;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.refreshing.RunningRefresh;
import org.feedside.testing.Settings;
import org.feedside.testing.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's place beside a server, over real sockets. */
class OperatorServerTest {
    private static final ServiceConfig SETTINGS = Settings.of("operator.port = 0");

    private final SimulatedClock clock = new SimulatedClock(NOW);
    private final Published published = new Published();
    private final Path folder = Jimfs.newFileSystem(Configuration.unix()).getPath("/feeds");
    private final HttpClient client = HttpClient.newHttpClient();
    private final OperatorServer place = new OperatorServer(
            new SystemDisk(), folder, published, new RunningRefresh(clock), clock, "1.2.3", SETTINGS, Optional.empty());
    private final HttpServer feeds = TestServer.of(
            place.counted(new FeedService(published, URI.create("https://example.org/"), ServiceConfig.DEFAULT)),
            clock);

    @BeforeEach
    void start() throws StartException {
        published.publish(new Snapshot(1, Map.of("atom.xml", document("atom.xml")), OnDemand.NONE));
        feeds.start();
        place.start();
    }

    @AfterEach
    void stop() {
        feeds.close();
        place.close();
    }

    private HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> feed(String path, String... headers) throws IOException, InterruptedException {
        return get("http://127.0.0.1:" + feeds.port() + path, headers);
    }

    private JsonNode polls() throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(place.address() + "/polls.json").body());
    }

    private static String raw(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void what_readers_do_shows_at_the_operators_place() throws Exception {
        var tag = feed("/atom.xml", "User-Agent", "Feedbin feed-id:1 - 12 subscribers")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        feed("/atom.xml", "User-Agent", "Feedbin feed-id:1 - 13 subscribers", "If-None-Match", tag);
        feed("/nothing", "User-Agent", "curl/8.0");

        var report = polls();
        assertThat(report.at("/total/requests").asInt()).isEqualTo(3);
        assertThat(report.at("/polls/0/reader").asString()).isEqualTo("Feedbin");
        assertThat(report.at("/polls/0/status_304").asInt()).isEqualTo(1);
        assertThat(report.at("/polls/0/conditional").asInt()).isEqualTo(1);
        assertThat(report.at("/polls/0/subscribers").asInt()).isEqualTo(13);
        assertThat(report.at("/polls/1/status_other").asInt()).isEqualTo(1);
        assertThat(get(place.address() + "/metrics").body())
                .contains("feedside_http_requests_total{conditional=\"true\",document=\"kept\",format=\"atom\","
                        + "status=\"304\"} 1.0");
    }

    @Test
    void what_is_no_request_is_counted_too() throws Exception {
        assertThat(raw(feeds.port(), "GET /atom.xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n broken\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw(
                        feeds.port(),
                        "GET /atom.xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser-Agent: " + "a".repeat(20_000)
                                + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");

        var report = polls();
        assertThat(report.at("/total/requests").asInt()).isEqualTo(2);
        assertThat(report.at("/total/status_other").asInt()).isEqualTo(2);
        assertThat(get(place.address() + "/metrics").body()).contains("status=\"400\"} 1.0", "status=\"431\"} 1.0");
    }

    @Test
    void a_field_in_ten_lines_is_one_poll() throws Exception {
        var fields = "User-Agent: Feedly/1.0 (5 subscribers)\r\n".repeat(10);

        assertThat(raw(feeds.port(), "GET /atom.xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + fields + "\r\n"))
                .startsWith("HTTP/1.1 200");

        assertThat(polls().at("/polls/0/reader").asString()).isEqualTo("Feedly");
        assertThat(polls().at("/total/subscribers").asInt()).isEqualTo(5);
    }

    @Test
    void foreign_names_and_malformed_requests_get_a_plain_error() throws Exception {
        var port = URI.create(place.address()).getPort();

        assertThat(raw(port, "GET /status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("This server responds to localhost")
                .doesNotContain("Access-Control");
        assertThat(raw(port, "GET /status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n broken\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("The request is malformed.", "no-store")
                .doesNotContain("Access-Control", "Jetty", "<html");
        assertThat(raw(port, "OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(raw(port, "GET /status HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(polls().at("/total/requests").asInt()).isZero();
    }

    @Test
    void what_was_counted_is_kept_when_it_ends() throws Exception {
        feed("/atom.xml", "User-Agent", "curl/8.0");

        feeds.close();
        place.close();

        assertThat(Files.readString(folder.resolve(".feedside/polls"))).contains("\tatom.xml\tcurl\t");
        try (var next = new OperatorServer(
                new SystemDisk(),
                folder,
                published,
                new RunningRefresh(clock),
                clock,
                "1.2.3",
                SETTINGS,
                Optional.empty())) {
            next.start();
            assertThat(JsonMapper.shared()
                            .readTree(get(next.address() + "/polls.json").body())
                            .at("/total/requests")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void nothing_of_it_stays_when_it_ends() throws Exception {
        feeds.close();
        place.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContainAnyElementsOf(List.of("polls"));
    }
}
