package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.text.TextResource;
import org.feedside.config.ServiceConfig;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Coding;
import org.feedside.publishing.Document;
import org.feedside.publishing.Published;
import org.feedside.testing.Documents;
import org.feedside.testing.Settings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the exchanges of exchanges.txt in order over one persistent connection. */
class ExchangesTest {
    private static final Document PAST = Feeds.atom("atom.xml", Feeds.feed("First post. ".repeat(200)));
    private static final Document SITE = Documents.complete(
                    Feeds.atom("atom.xml", Feeds.feed("Second post.", "First post. ".repeat(200))))
            .after(PAST);
    private static final Document TAG = Feeds.atom("tags/日本/atom.xml", Feeds.feed("日本"));
    private static final Document OVER = Feeds.atom("tags/over/atom.xml", Feeds.feed());

    private static final URI BASE_URL = URI.create("https://example.org/blog");
    private static final ServiceConfig SETTINGS = Settings.of("""
            hub = "https://hub.example/"
            [http]
            burst = 2
            trusted_proxies = ["127.0.0.0/8"]
            moved = { "older.xml" = "atom.xml", "old.xml" = "older.xml", "tags/js/" = "tags/日本/" }
            retired = ["tags/over/"]
            """);

    @TestFactory
    Stream<DynamicTest> every_response_is_as_expected() throws IOException, StartException {
        var published = new Published();
        var now = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
        var server = TestServer.of(new FeedService(published, BASE_URL, SETTINGS), now);
        published.publish(Feeds.snapshot(SITE, TAG, OVER));
        server.start();
        var wire = new Wire(server.port());
        return exchanges()
                .map(exchange -> dynamicTest(exchange.name(), () -> check(exchange, wire)))
                .onClose(server::close);
    }

    private static void check(Exchange exchange, Wire wire) throws IOException {
        var target = exchange.sent().get(0).split(" ", 2);
        var headers = exchange.sent().stream().skip(1).toArray(String[]::new);

        var response = wire.request(target[0], target[1], headers);

        assertThat(Integer.toString(response.status()))
                .isEqualTo(exchange.expected().get(0));
        exchange.expected().stream().skip(1).forEach(field -> {
            var parts = field.split(": ", 2);
            if (field.startsWith("!")) {
                assertThat(response.header(field.substring(1))).as(field).isEqualTo("-");
            } else {
                assertThat(response.header(parts[0])).as(parts[0]).isEqualTo(parts[1]);
            }
        });
    }

    private static Stream<Exchange> exchanges() {
        var text = TextResource.text(ExchangesTest.class, "exchanges.txt").replaceAll("(?m)^#.*\n", "");
        return Pattern.compile("\n\n+").splitAsStream(text.strip()).map(Exchange::parse);
    }

    private record Exchange(String name, List<String> sent, List<String> expected) {
        static Exchange parse(String block) {
            var lines = filledIn(block).lines().toList();
            return new Exchange(lines.get(0), linesWith('>', lines), linesWith('<', lines));
        }

        private static List<String> linesWith(char mark, List<String> lines) {
            return lines.stream()
                    .filter(line -> line.charAt(0) == mark)
                    .map(line -> line.substring(2))
                    .toList();
        }

        private static String filledIn(String block) {
            var delta = Feeds.feed("Second post.");
            var filled = block.replace("{past}", PAST.identity().entityTag())
                    .replace("{past-gzip}", "\"" + PAST.digest() + "-gzip\"")
                    .replace("{identity-gzip}", "\"" + SITE.digest() + "-gzip\"")
                    .replace("{size delta}", Integer.toString(delta.length()));
            for (var coding : Coding.values()) {
                var variant = SITE.variant(coding).orElseThrow();
                var size = Integer.toString(variant.bytes().size());
                filled = filled.replace("{%s}".formatted(coding.token()), variant.entityTag())
                        .replace("{size %s}".formatted(coding.token()), size);
            }
            return filled;
        }
    }
}
