package org.feedside.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.Requests;
import org.feedside.publishing.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
    private final HandMadeSite site = new HandMadeSite();

    @ParameterizedTest
    @ValueSource(strings = {HandMadeSite.ATOM, HandMadeSite.RSS})
    void every_reader_has_all_published_entries_at_the_end_and_shows_none_twice(String path) {
        for (var seed = 0; seed < 12; seed++) {
            var history = new History(new Random(seed), path);

            history.run();

            for (var reader : history.readers) {
                assertThat(reader.entries()).as("%s, seed %d", reader, seed).containsAllEntriesOf(history.site.posts());
                assertThat(reader.shown().values())
                        .as("%s, seed %d", reader, seed)
                        .allMatch(times -> times == 1);
            }
        }
    }

    @Test
    void a_reader_that_polls_when_nothing_changed_gets_304() {
        site.posts().put("https://example.org/1", "one");
        site.publish();

        for (var reader : Reader.all(HandMadeSite.ATOM)) {
            var server = new Recorder(site::respond);
            for (var i = 0; i < 3; i++) {
                reader.poll(server, site.now());
                site.advance(Duration.ofHours(1));
            }

            var expected = reader instanceof PlainReader ? List.of(200, 200, 200) : List.of(200, 304, 304);
            assertThat(server.statuses).as("%s", reader).isEqualTo(expected);
        }
    }

    @Test
    void readers_that_accept_delta_feeds_get_them() {
        for (var i = 0; i < 20; i++) {
            site.posts().put("https://example.org/" + i, random(i));
        }
        site.publish();

        for (var reader : List.of(
                new Newsboat(HandMadeSite.ATOM, "203.0.113.2"),
                new Liferea(HandMadeSite.RSS, "203.0.113.3"),
                new PythonReader(HandMadeSite.ATOM, "203.0.113.4"))) {
            var server = new Recorder(site::respond);
            for (var i = 0; i < 3; i++) {
                reader.poll(server, site.now());
                site.advance(Duration.ofHours(1));
                site.posts().put("https://example.org/new/%s/%d".formatted(reader, i), "new");
                site.publish();
            }
            reader.poll(server, site.now());

            assertThat(server.statuses).as("%s", reader).containsExactly(200, 226, 226, 226);
            assertThat(reader.entries()).as("%s", reader).containsAllEntriesOf(site.posts());
        }
    }

    @Test
    void the_union_of_a_chain_of_deltas_is_the_feed() {
        for (var seed = 0; seed < 25; seed++) {
            var random = new Random(seed);
            var history = new History(random, HandMadeSite.ATOM);
            var known = new HashMap<String, String>();
            var tag = "\"none\"";
            for (var step = 0; step < 40; step++) {
                history.change();
                if (random.nextInt(3) == 0) {
                    var response = history.site.respond(Requests.of(
                            "GET", "203.0.113.1", HandMadeSite.ATOM, "If-None-Match: " + tag, "A-IM: feed"));
                    if (response.body().isPresent()) {
                        ReadFeed.parse(response.body().get())
                                .items()
                                .forEach(item -> known.put(item.id(), item.content()));
                    }
                    tag = response.header("ETag").orElseThrow();

                    assertThat(known).as("seed %d", seed).containsAllEntriesOf(history.site.posts());
                }
            }
        }
    }

    @Test
    void newsboat_misses_a_post_when_last_modified_does_not_rise() {
        site.posts().put("1", "one");
        site.publish();
        var reader = new Newsboat(HandMadeSite.ATOM, "203.0.113.2");
        reader.poll(site::respond, site.now());
        var date = site.now();

        site.posts().put("2", "two");
        site.advance(Duration.ofHours(1));
        site.publish();
        reader.poll(
                request -> with(
                        site.respond(request),
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC))),
                site.now());

        assertThat(reader.entries()).containsOnlyKeys("1");
    }

    @Test
    void comma_feed_misses_a_post_when_the_date_of_the_feed_does_not_change() {
        site.posts().put("1", "one");
        site.publish();
        var reader = new CommaFeed(HandMadeSite.ATOM, "203.0.113.2");
        reader.poll(request -> withConstantDate(site.respond(request)), site.now());

        site.posts().put("2", "two");
        site.advance(Duration.ofHours(1));
        site.publish();
        reader.poll(request -> withConstantDate(site.respond(request)), site.now());

        assertThat(reader.entries()).containsOnlyKeys("1");
    }

    @Test
    void net_news_wire_drops_its_validators_after_a_304_without_validators() {
        site.posts().put("1", "one");
        site.publish();
        var server = new Recorder(request -> withoutValidators(site.respond(request)));
        var reader = new NetNewsWire(HandMadeSite.ATOM, "203.0.113.2");

        for (var i = 0; i < 4; i++) {
            reader.poll(server, site.now());
        }

        assertThat(server.statuses).containsExactly(200, 304, 200, 304);
    }

    /** Returns a response whose feed always has the same date. */
    private static FeedResponse withConstantDate(FeedResponse response) {
        if (response.body().isEmpty()) {
            return response;
        }
        var text = Reader.body(response).toString().replaceAll("<updated>.*?</updated>", "<updated>1</updated>");
        return new FeedResponse(response.status(), Map.of(), Optional.of(Bytes.utf8(text)), Optional.empty());
    }

    /** Returns a response without the header fields of a 304. */
    private static FeedResponse withoutValidators(FeedResponse response) {
        return response.status() == 304 ? new FeedResponse(304, Map.of(), response.body(), Optional.empty()) : response;
    }

    private static FeedResponse with(FeedResponse response, String name, String value) {
        var headers = new TreeMap<>(response.headers());
        headers.put(name, value);
        return new FeedResponse(response.status(), headers, response.body(), Optional.empty());
    }

    private static String random(int seed) {
        return new Random(seed)
                .ints(500, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A server that records the status of each response. */
    private static final class Recorder implements Function<FeedRequest, FeedResponse> {
        private final List<Integer> statuses = new ArrayList<>();
        private final Function<FeedRequest, FeedResponse> server;

        Recorder(Function<FeedRequest, FeedResponse> server) {
            this.server = server;
        }

        @Override
        public FeedResponse apply(FeedRequest request) {
            var response = server.apply(request);
            statuses.add(response.status());
            return response;
        }
    }

    /** Random edits, additions, deletions and restorations of posts, with readers that poll at random times. */
    private static final class History {
        private final HandMadeSite site = new HandMadeSite();
        private final TreeMap<String, String> deleted = new TreeMap<>();
        private final List<Reader> readers;
        private final Random random;
        private int count;

        History(Random random, String path) {
            this.random = random;
            this.readers = Reader.all(path);
        }

        void run() {
            for (var step = 0; step < 50; step++) {
                change();
                for (var reader : readers) {
                    if (random.nextInt(4) == 0) {
                        reader.poll(site::respond, site.now());
                    }
                }
            }
            site.advance(Duration.ofHours(2));
            readers.forEach(reader -> reader.poll(site::respond, site.now()));
        }

        void change() {
            var ids = new ArrayList<>(site.posts().keySet());
            var deletedIds = new ArrayList<>(deleted.keySet());
            switch (random.nextInt(6)) {
                case 0, 1 -> site.posts().put("https://example.org/%03d".formatted(count++), "first text " + count);
                case 2 -> any(ids).forEach(id -> site.posts().put(id, "text " + random.nextInt(3)));
                case 3 ->
                    any(ids).forEach(id ->
                            deleted.put(id, String.valueOf(site.posts().remove(id))));
                case 4 -> any(deletedIds).forEach(id -> site.posts().put(id, String.valueOf(deleted.remove(id))));
                default -> {}
            }
            site.publish();
            site.advance(Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(5_000_000) : random.nextInt(500)));
        }

        /** Returns one random id, or none if there are no ids. */
        private List<String> any(List<String> ids) {
            return ids.isEmpty() ? List.of() : List.of(ids.get(random.nextInt(ids.size())));
        }
    }
}
