package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.feedside.feeds.Lookup;
import org.feedside.http.server.StartException;
import org.feedside.publishing.Document;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Documents;
import org.feedside.testing.Settings;
import org.junit.jupiter.api.Test;

/**
 * A server with the fast path and one without it send the same bytes to the same random requests. If they disagreed on
 * where a request ends, a client could hide one request in another (request smuggling).
 */
class BothPathsTest {
    private static final long SEED = Long.getLong("http.seed", 1);
    private static final int REQUESTS = Integer.getInteger("http.requests", 5_000);
    private static final int PARTS = 10;
    private static final int MAX_ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofNanos(300_000);
    private static final int MAX_MORE_MEGABYTES = 16;
    private static final Pattern LAST_ERROR =
            Pattern.compile("HTTP/1\\.1 (204|400|505) (.+\r\n)+Connection: close\r\n", Pattern.UNIX_LINES);
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    private static final Document PAST = Feeds.atom("atom.xml", Feeds.feed("First post. ".repeat(200)));
    private static final Document SITE = Documents.complete(
                    Feeds.atom("atom.xml", Feeds.feed("Second post.", "First post. ".repeat(200))))
            .after(PAST);
    private static final Document TAG = Documents.complete(Feeds.atom("tags/日本/atom.xml", Feeds.feed("日本")));
    private static final Document MADE = Feeds.atom("tags/a+b/atom.xml", Feeds.feed("a and b"));

    private final Random random = new Random(SEED);
    private final RandomConnections connections = new RandomConnections(
            random,
            List.of(
                    SITE.identity().entityTag(),
                    "W/" + SITE.identity().entityTag(),
                    "\"" + SITE.digest() + "-gzip\"",
                    "\"other\", " + PAST.identity().entityTag(),
                    TAG.identity().entityTag()));
    private final Published published = new Published();
    private final AtomicLong direct = new AtomicLong();

    @Test
    void both_paths_send_the_same_bytes() throws IOException, StartException {
        System.out.println("-Dhttp.seed=" + SEED + " -Dhttp.requests=" + REQUESTS);
        published.publish(new Snapshot(
                1,
                Map.of(SITE.path(), SITE, TAG.path(), TAG),
                path -> path.equals(MADE.path()) ? new Lookup.Found<>(MADE) : new Lookup.NotFound<>()));
        try (var with = TestServer.of(new Counting(service(), direct), NOW, true);
                var without = TestServer.of(service(), NOW, false)) {
            with.start();
            without.start();
            var memory = new ArrayList<Long>();
            for (var part = 0; part < PARTS; part++) {
                compare(REQUESTS / PARTS, with.port(), without.port());
                memory.add(usedMegabytes());
            }
            System.out.printf("%,d requests, %,d direct, megabytes in use: %s%n", REQUESTS, direct.get(), memory);
            assertThat(memory.get(PARTS - 1)).as("megabytes").isLessThan(memory.get(0) + MAX_MORE_MEGABYTES);
        }
        assertThat(direct.get()).as("direct responses").isGreaterThan(REQUESTS / 10);
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

    private void compare(int requests, int with, int without) throws IOException {
        for (var sent = 0; sent < requests; ) {
            var pipeline = 1 + random.nextInt(4);
            compare(connections.next(pipeline), with, without);
            sent += pipeline;
        }
    }

    private static long usedMegabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /**
     * A reset connection can lose a response, so only a difference that stays counts. The pauses between the pieces become
     * longer, so that what the server sends in them arrives.
     */
    private static void compare(List<byte[]> pieces, int with, int without) throws IOException {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var pause = PAUSE.multipliedBy(1 + 10L * attempt);
            if (areEqual(answers(with, pieces, pause), answers(without, pieces, pause))) {
                return;
            }
        }
        assertThat(answers(with, pieces, PAUSE))
                .as(() -> pieces.stream().map(RequestFuzzer::shown).toList().toString())
                .isEqualTo(answers(without, pieces, PAUSE));
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

    private static String answers(int port, List<byte[]> pieces, Duration pause) throws IOException {
        try {
            return RawAnswers.to(port, pieces, pause).text();
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
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
