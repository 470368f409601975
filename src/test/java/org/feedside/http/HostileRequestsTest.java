package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedside.config.ServiceConfig;
import org.feedside.http.server.HttpServer;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Published;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

/** Sends each request of hostile-requests.txt, byte for byte, over a new connection. */
class HostileRequestsTest {
    private static final Map<Character, String> ESCAPES =
            Map.of('n', "\r\n", 'l', "\n", 'r', "\r", 't', "\t", 's', " ", '0', "\0", '\\', "\\", 'p', "|", 'd', "%");

    private static final Published PUBLISHED = new Published();
    private static final HttpServer SERVER = TestServer.of(
            new FeedService(PUBLISHED, URI.create("https://example.org/blog"), ServiceConfig.DEFAULT),
            InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

    @BeforeAll
    static void start() throws StartException {
        PUBLISHED.publish(Feeds.snapshot(Feeds.atom("atom.xml", "<feed/>"), Feeds.atom("tags/a/atom.xml", "<feed/>")));
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @RowSource("http/hostile-requests")
    void each_request_gets_its_status_and_no_request_is_smuggled(Rows.Row row) throws IOException {
        var responses = RawAnswers.to(SERVER.port(), bytes(row.cells().get(1)));

        var statuses = responses.statuses().stream().map(String::valueOf).collect(Collectors.joining(" "));
        assertThat(List.of(row.cells().get(2).split(" or ", -1))).contains(statuses.isEmpty() ? "-" : statuses);
        assertThat(responses.text())
                .doesNotContain("Exception")
                .doesNotContain("etty")
                .doesNotContain("<html");
    }

    /** {@code \n} is CRLF, {@code \xFF} a byte, and {@code {9x100}} a hundred nines. */
    private static byte[] bytes(String text) {
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && text.charAt(i + 1) == 'x') {
                bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (c == '\\') {
                bytes.writeBytes(ESCAPES.getOrDefault(text.charAt(++i), "?").getBytes(StandardCharsets.ISO_8859_1));
            } else if (c == '{') {
                var end = text.indexOf('}', i);
                var times = text.lastIndexOf('x', end);
                var repeated = bytes(text.substring(i + 1, times));
                for (var n = Integer.parseInt(text.substring(times + 1, end)); n > 0; n--) {
                    bytes.writeBytes(repeated);
                }
                i = end;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
