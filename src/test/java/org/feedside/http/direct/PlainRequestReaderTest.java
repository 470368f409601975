package org.feedside.http.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests write {@code \n} for the CRLF at the end of a line (RFC 9112, section 2.2). */
class PlainRequestReaderTest {
    private static Optional<PlainRequestReader.PlainRequest> read(String text) {
        var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return new PlainRequestReader().read(ByteBuffer.wrap(bytes), "192.0.2.1");
    }

    @Test
    void a_complete_request_of_a_reader_is_parsed() {
        var text = """
                GET /tags/a-b_c.d~e%C3%A4/atom.xml HTTP/1.1
                Host: example.org:8080
                user-agent:  Reader/1.0 (+https://example.org/; "x")\s
                Connection: Keep-Alive
                Accept-Encoding: gzip
                ACCEPT-ENCODING: br
                If-None-Match:

                """;

        var plain = read(text + "GET").orElseThrow();

        assertThat(plain.size()).isEqualTo(text.replace("\n", "\r\n").length());
        var request = plain.request();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/tags/a-b_c.d~e%C3%A4/atom.xml");
        assertThat(request.query()).isEmpty();
        assertThat(request.remoteAddress()).isEqualTo("192.0.2.1");
        assertThat(request.header("User-Agent")).contains("Reader/1.0 (+https://example.org/; \"x\")");
        assertThat(request.header("accept-encoding")).contains("gzip, br");
        assertThat(request.header("If-None-Match")).contains("");
        assertThat(request.header("If-Modified-Since")).isEmpty();
    }

    @Test
    void it_starts_at_the_buffer_position_and_copies_the_bytes() {
        var array = "....GET /a HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        var arrived = ByteBuffer.wrap(array, 2, array.length - 2).slice().position(2);

        var plain = new PlainRequestReader().read(arrived, "").orElseThrow();
        Arrays.fill(array, (byte) 0);

        assertThat(arrived.position()).isEqualTo(2);
        assertThat(plain.size()).isEqualTo(array.length - 4);
        assertThat(plain.request().path()).isEqualTo("/a");
        assertThat(plain.request().header("Host")).contains("x");
    }

    @Test
    void line_ends_between_requests_belong_to_the_first_one() {
        var text = "GET /a HTTP/1.1\nHost: x\n\n";

        assertThat(read(text + "\n\r\n" + text).orElseThrow().size()).isEqualTo(text.length() + 3 + 5);
        assertThat(read("\n" + text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "example.org", "192.0.2.1", "localhost:1", "x:8080", "x:59999"})
    void plain_hosts_are_accepted(String host) {
        assertThat(read("GET / HTTP/1.1\nHost: %s\n\n".formatted(host))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET",
                "GET /a HTTP/1.1\n",
                "GET /a HTTP/1.1\nHost: x\n",
                "GET /a HTTP/1.1\n\n",
                "GET /a HTTP/1.1\nHostess: x\n\n",
                "\nGET /a HTTP/1.1\nHost: x\n\n",
                "HEAD /a HTTP/1.1\nHost: x\n\n",
                "POST /a HTTP/1.1\nHost: x\n\n",
                "get /a HTTP/1.1\nHost: x\n\n",
                "GET  /a HTTP/1.1\nHost: x\n\n",
                "GET /a  HTTP/1.1\nHost: x\n\n",
                "GET /a HTTP/1.0\nHost: x\n\n",
                "GET /a HTTP/1.11\nHost: x\n\n",
                "GET /a\nHost: x\n\n",
                "GET /a\nHost: x\n\nGET /b HTTP/1.1\nHost: x\n\n",
                "GET a HTTP/1.1\nHost: x\n\n",
                "GET * HTTP/1.1\nHost: x\n\n",
                "GET http://x/a HTTP/1.1\nHost: x\n\n",
                "GET //x/a HTTP/1.1\nHost: x\n\n",
                "GET /a?b HTTP/1.1\nHost: x\n\n",
                "GET /a#b HTTP/1.1\nHost: x\n\n",
                "GET /a;b HTTP/1.1\nHost: x\n\n",
                "GET /\\a HTTP/1.1\nHost: x\n\n",
                "GET /\u00e4 HTTP/1.1\nHost: x\n\n",
                "GET /a\0 HTTP/1.1\nHost: x\n\n",
                "GET /a\tb HTTP/1.1\nHost: x\n\n",
                "GET /a HTTP/1.1\nHost:\n\n",
                "GET /a HTTP/1.1\nHost: x\nHost: x\n\n",
                "GET /a HTTP/1.1\nHost: x\nhost: y\n\n",
                "GET /a HTTP/1.1\nHost: x y\n\n",
                "GET /a HTTP/1.1\nHost: x:\n\n",
                "GET /a HTTP/1.1\nHost: x:y\n\n",
                "GET /a HTTP/1.1\nHost: x:0\n\n",
                "GET /a HTTP/1.1\nHost: x:65536\n\n",
                "GET /a HTTP/1.1\nHost: x:1:2\n\n",
                "GET /a HTTP/1.1\nHost: [::1]\n\n",
                "GET /a HTTP/1.1\nHost: a@x\n\n",
                "GET /a HTTP/1.1\nHost : x\n\n",
                "GET /a HTTP/1.1\n Host: x\n\n",
                "GET /a HTTP/1.1\nHost: x\n: y\n\n",
                "GET /a HTTP/1.1\nHost: x\nA B: y\n\n",
                "GET /a HTTP/1.1\nHost: x\nA\n\n",
                "GET /a HTTP/1.1\nHost: x\nA: b\n c\n\n",
                "GET /a HTTP/1.1\nHost: x\nA: b\n c: d\n\n",
                "GET /a HTTP/1.1\nHost: x\nA: b\tc\n\n",
                "GET /a HTTP/1.1\nHost: x\nA: b\rc\n\n",
                "GET /a HTTP/1.1\nHost: \rx\n\n",
                "GET /a HTTP/1.1\nHost: x\t\n\n",
                "GET /a HTTP/1.1\nHost: x\nA: b\0c\n\n",
                "GET /a HTTP/1.1\nHost: x\nA: \u007f\n\n",
                "GET /a HTTP/1.1\nHost: x\nA: \u00e4\n\n",
                "GET /a HTTP/1.1\nHost: x\n\u00e4: b\n\n",
                "GET /a HTTP/1.1\nHost: x\nContent-Length: 0\n\n",
                "GET /a HTTP/1.1\nHost: x\ncontent-LENGTH: 0\n\n",
                "GET /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n",
                "GET /a HTTP/1.1\nHost: x\nExpect: 100-continue\n\n",
                "GET /a HTTP/1.1\nHost: x\nUpgrade: h2c\n\n",
                "GET /a HTTP/1.1\nHost: x\nHTTP2-Settings: a\n\n",
                "GET /a HTTP/1.1\nHost: x\nConnection: close\n\n",
                "GET /a HTTP/1.1\nHost: x\nConnection: keep-alive, close\n\n",
            })
    void other_requests_are_not_plain(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void a_bare_line_feed_does_not_end_a_line() {
        for (var text : new String[] {
            "GET /a HTTP/1.1\nHost: x\n\n",
            "GET /a HTTP/1.1\r\nHost: x\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nA: b\nContent-Length: 3\r\n\r\n",
            "GET /a HTTP/1.1\r\nHost: x\r\nA: b\rC: d\r\n\r\n"
        }) {
            assertThat(new PlainRequestReader().read(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), ""))
                    .as(text)
                    .isEmpty();
        }
    }
}
