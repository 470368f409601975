package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedside.http.RequestFuzzer.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.feedside.feeds.Lookup;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Document;
import org.feedside.publishing.Encodings;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Settings;
import org.junit.jupiter.api.Test;

/** A server with the fast path and one without it send the same bytes to the same random requests. */
class BothPathsTest {
    private static final long SEED = Long.getLong("http.seed", 1);
    private static final int CONNECTIONS = Integer.getInteger("http.requests", 2_000);
    private static final Pattern LAST_ERROR =
            Pattern.compile("HTTP/1\\.1 (204|400|505) (.+\r\n)+Connection: close\r\n", Pattern.UNIX_LINES);
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    private static final Document PAST = Feeds.atom("atom.xml", Feeds.feed("First post. ".repeat(200)));
    private static final Document SITE = Encodings.withBrotli(
                    Feeds.atom("atom.xml", Feeds.feed("Second post.", "First post. ".repeat(200))))
            .after(PAST);
    private static final Document TAG = Feeds.atom("tags/日本/atom.xml", Feeds.feed("日本"));
    private static final Document MADE = Feeds.atom("tags/a+b/atom.xml", Feeds.feed("a and b"));
    private static final String TAG_PATH = "/tags/%E6%97%A5%E6%9C%AC/atom.xml";

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST");
    private static final List<String> PATHS = List.of(
            "/atom.xml",
            "/blog/atom.xml",
            "/blog" + TAG_PATH,
            TAG_PATH,
            TAG_PATH.toLowerCase(Locale.ROOT),
            "/tags/a+b/atom.xml",
            "/atom.xml/",
            "//atom.xml",
            "/./atom.xml",
            "/%61tom.xml",
            "/old.xml",
            "/retired.xml",
            "/nothing.xml",
            "/",
            "*",
            "http://x/atom.xml");
    private static final List<String> QUERIES = List.of("", "?", "?a=b", "#a", ";a=b");
    private static final List<String> VERSIONS = List.of("HTTP/1.1", "HTTP/1.0");
    private static final List<String> HOSTS =
            List.of("Host: x", "Host: example.org:8080", "Host:x", "Host: [::1]", "Host: x:0", "A: b");
    private static final List<String> FIELDS = List.of(
            "If-None-Match: " + SITE.identity().entityTag(),
            "If-None-Match: W/" + SITE.identity().entityTag(),
            "If-None-Match: \"" + SITE.digest() + "-gzip\"",
            "If-None-Match: \"other\", " + PAST.identity().entityTag(),
            "If-None-Match: " + TAG.identity().entityTag(),
            "If-None-Match: *",
            "If-Modified-Since: Fri, 20 Nov 2026 10:00:00 GMT",
            "If-Modified-Since: Friday, 20-Nov-26 10:00:00 GMT",
            "If-Modified-Since: Fri Nov 20 10:00:00 2026",
            "If-Modified-Since: yesterday",
            "Accept-Encoding: gzip",
            "Accept-Encoding: br, gzip;q=0.5",
            "Accept-Encoding: identity;q=0, *;q=0.1",
            "A-IM: feed",
            "Range: bytes=0-3",
            "Connection: keep-alive",
            "Connection: close",
            "Connection: Keep-Alive, Upgrade",
            "Upgrade: h2c",
            "Expect: 100-continue",
            "Content-Length: 0",
            "Content-Length: 3",
            "Transfer-Encoding: chunked",
            "User-Agent: Reader/1.0 (+https://example.org/; 3 subscribers)",
            "X-Forwarded-For: 203.0.113.5",
            "X-Forwarded-For: 203.0.113.6, 127.0.0.1",
            "Forwarded: for=203.0.113.7",
            "Sec-Fetch-Dest: document",
            "Note: a\tb",
            "Note: \u00e9",
            "Note:",
            "Note: " + "x".repeat(5_000));

    private final Random random = new Random(SEED);
    private final RequestMutator mutator = new RequestMutator(random);
    private final Published published = new Published();
    private final AtomicLong direct = new AtomicLong();

    @Test
    void both_paths_send_the_same_bytes() throws IOException, StartException {
        System.out.println("-Dhttp.seed=" + SEED + " -Dhttp.requests=" + CONNECTIONS);
        published.publish(new Snapshot(
                1,
                Map.of(SITE.path(), SITE, TAG.path(), TAG),
                path -> path.equals(MADE.path()) ? new Lookup.Found<>(MADE) : new Lookup.NotFound<>()));
        try (var with = TestServer.of(new Counting(service(), direct), NOW, true);
                var without = TestServer.of(service(), NOW, false)) {
            with.start();
            without.start();
            for (var n = 0; n < CONNECTIONS; n++) {
                compare(pieces(requests()), with.port(), without.port());
            }
        }
        assertThat(direct.get()).as("direct responses").isGreaterThan(CONNECTIONS / 10);
    }

    private FeedService service() {
        return new FeedService(published, URI.create("https://example.org/blog"), Settings.of("""
                [http]
                burst = 20
                trusted_proxies = ["127.0.0.0/8"]
                moved = { "old.xml" = "atom.xml" }
                retired = ["retired.xml"]
                """));
    }

    /** A reset connection can lose a response, so only a difference that stays counts. */
    private static void compare(List<byte[]> pieces, int with, int without) throws IOException {
        for (var attempt = 0; attempt < 3; attempt++) {
            if (areEqual(answers(with, pieces), answers(without, pieces))) {
                return;
            }
        }
        assertThat(answers(with, pieces))
                .as(() -> pieces.stream().map(RequestFuzzer::shown).toList().toString())
                .isEqualTo(answers(without, pieces));
    }

    /**
     * Jetty does not always respond to a request that is incomplete, or malformed after another one, and the status may
     * depend on what it read before: the last response is ignored if it may be such a one and ends the connection.
     */
    private static boolean areEqual(String one, String other) {
        return withoutLastError(one).equals(withoutLastError(other));
    }

    private static String withoutLastError(String answers) {
        var at = answers.lastIndexOf("HTTP/1.1 ");
        return at >= 0 && LAST_ERROR.matcher(answers.substring(at)).lookingAt() ? answers.substring(0, at) : answers;
    }

    private static String answers(int port, List<byte[]> pieces) throws IOException {
        try {
            return RawAnswers.to(port, pieces).text();
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Returns a few pipelined requests; one in four is damaged. */
    private byte[] requests() {
        var all = new ByteArrayOutputStream();
        for (var n = 1 + random.nextInt(3); n > 0; n--) {
            var request = bytes(request());
            all.writeBytes(random.nextInt(4) == 0 ? mutator.damaged(request) : request);
        }
        return all.toByteArray();
    }

    private String request() {
        var lines = new ArrayList<String>();
        lines.add(mostlyFirst(METHODS) + " " + mostlyFirst(PATHS) + mostlyFirst(QUERIES) + " " + mostlyFirst(VERSIONS));
        lines.add(mostlyFirst(HOSTS));
        for (var n = random.nextInt(4); n > 0; n--) {
            lines.add(inAnyCase(any(FIELDS)));
        }
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The first choice is what the fast path accepts. */
    private String mostlyFirst(List<String> choices) {
        return random.nextInt(4) > 0 ? choices.get(0) : any(choices);
    }

    private String inAnyCase(String field) {
        var nameEnd = field.indexOf(':');
        var name = field.substring(0, nameEnd);
        return switch (random.nextInt(3)) {
            case 0 -> name.toLowerCase(Locale.ROOT) + field.substring(nameEnd);
            case 1 -> name.toUpperCase(Locale.ROOT) + field.substring(nameEnd);
            default -> field;
        };
    }

    /** Splits some requests into two pieces. */
    private List<byte[]> pieces(byte[] request) {
        if (random.nextInt(4) > 0 || request.length < 2) {
            return List.of(request);
        }
        var at = 1 + random.nextInt(request.length - 1);
        return List.of(Arrays.copyOf(request, at), Arrays.copyOfRange(request, at, request.length));
    }

    /** Counts prepared responses. */
    private record Counting(HttpService service, AtomicLong prepared) implements HttpService {
        @Override
        public FeedResponse respond(FeedRequest request, Instant now) {
            return service.respond(request, now);
        }

        @Override
        public Optional<PreparedResponse> preparedResponse(FeedRequest request, Instant now) {
            var response = service.preparedResponse(request, now);
            response.ifPresent(known -> prepared.incrementAndGet());
            return response;
        }

        @Override
        public FeedResponse errorResponse(FeedRequest request, int status, Instant now) {
            return service.errorResponse(request, status, now);
        }
    }
}
