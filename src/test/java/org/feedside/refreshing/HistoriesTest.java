package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.feedside.config.ServiceConfig;
import org.feedside.http.FeedRequest;
import org.feedside.http.FeedResponse;
import org.feedside.http.FeedService;
import org.feedside.readers.Reader;
import org.junit.jupiter.api.Test;

/**
 * Seeded random histories with edits, clock changes, restarts and broken posts, while every kind of reader polls.
 * {@code -Dhistories=N} runs N of them, {@code -Dhistories.seed=S} the one with that seed.
 */
class HistoriesTest {
    private static final int STEPS = 40;
    private static final List<String> PATHS = List.of("/atom.xml", "/rss.xml", "/tags/a/atom.xml", "/tags/a/rss.xml");

    @Test
    void every_reader_has_the_published_posts_and_shows_none_twice() {
        var one = Optional.ofNullable(Long.getLong("histories.seed"));
        if (one.isPresent()) {
            new History(one.get()).run();
            return;
        }
        for (long seed = 0; seed < Integer.getInteger("histories", 200); seed++) {
            new History(seed).run();
        }
    }

    /** One history. */
    private static final class History {
        private final long seed;
        private final Random random;
        private final World world = new World();
        private final String path;
        private final List<Reader> readers;
        private final Map<String, List<String>> versions = new HashMap<>();
        private final List<String> story = new ArrayList<>();
        private FeedService service;

        /** The readers' clock, which is never set back. */
        private Instant now = world.clock.instant();

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.path = PATHS.get(random.nextInt(PATHS.size()));
            this.readers = Reader.all(path);
            this.service = serve();
        }

        void run() {
            for (int i = 0; i < 3; i++) {
                newPost();
            }
            refresh();
            for (int i = 0; i < STEPS; i++) {
                randomAction();
                refresh();
                if (random.nextInt(3) > 0) {
                    poll();
                }
            }
            settle();
            check();
        }

        private FeedService serve() {
            return new FeedService(world.published, URI.create("https://example.org"), ServiceConfig.DEFAULT);
        }

        private void randomAction() {
            switch (random.nextInt(10)) {
                case 0, 1 -> newPost();
                case 2, 3 -> edit();
                case 4 -> delete();
                case 5 -> restore();
                case 6 -> restart();
                case 7 -> stepClock();
                case 8 -> breakPost();
                default -> pass(Duration.ofMinutes(random.nextInt(600)));
            }
        }

        private void newPost() {
            var name = "post" + versions.size();
            versions.put(name, new ArrayList<>());
            var date = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(1400)));
            write(
                    name,
                    "+++\ntitle = \"%s\"\ndate = %s\ntaxonomies.tags = [\"a\"]\n+++\nFirst text %d\n"
                            .formatted(name, date, random.nextInt()));
        }

        private void edit() {
            var name = anyPost();
            var last = versions.getOrDefault(name, List.of());
            write(name, last.get(last.size() - 1).replaceAll("(?s)text .*", "text " + random.nextInt()) + "\n");
        }

        private void restore() {
            var name = anyPost();
            var all = versions.getOrDefault(name, List.of());
            write(name, all.get(random.nextInt(all.size())));
        }

        private void delete() {
            var name = anyPost();
            // Written empty first, because a deleted post that returned would be shown again by readers that drop
            // removed entries.
            world.write("content/" + name + ".md", "");
            world.delete("content/" + name + ".md");
            story.add("delete " + name);
        }

        private void breakPost() {
            var name = anyPost();
            world.write("content/" + name + ".md", "+++\ntitle = \"half");
            story.add("break " + name);
        }

        private void restart() {
            world.restart();
            service = serve();
            story.add("restart");
        }

        private void stepClock() {
            var step = Duration.ofSeconds(random.nextInt(20_000) - 10_000);
            world.clock.advance(step);
            story.add("clock " + step);
        }

        private void write(String name, String text) {
            versions.getOrDefault(name, new ArrayList<>()).add(text);
            world.write("content/" + name + ".md", text);
            story.add("write " + name);
        }

        private String anyPost() {
            return "post" + random.nextInt(versions.size());
        }

        private void pass(Duration time) {
            now = now.plus(time);
            world.clock.advance(time);
        }

        private void refresh() {
            pass(Duration.ofMillis(random.nextInt(3000)));
            var result = world.refresher.refresh(world.clock.instant());
            if (random.nextBoolean()) {
                world.refresher.compressNext();
            }
            story.add(result.kind() + " " + result.changed());
        }

        private void poll() {
            for (var reader : readers) {
                if (random.nextInt(3) > 0) {
                    reader.poll(this::respond, now);
                }
            }
            story.add("poll");
        }

        private FeedResponse respond(FeedRequest request) {
            return service.respond(request, now);
        }

        /** Ends all faults: the service refreshes and every reader polls at its own interval. */
        private void settle() {
            pass(Duration.ofDays(1));
            world.refresher.refresh(world.clock.instant());
            pass(Duration.ofSeconds(5));
            world.refresher.refresh(world.clock.instant());
            for (int i = 0; i < 3; i++) {
                pass(Duration.ofDays(9));
                readers.forEach(reader -> reader.poll(this::respond, now));
            }
        }

        private void check() {
            var newcomer = Reader.all(path).get(0);
            newcomer.poll(this::respond, now.plus(Duration.ofDays(1)));
            for (var reader : readers) {
                assertThat(reader.entries())
                        .as("seed %d, %s of %s: %s", seed, reader, path, story)
                        .containsAllEntriesOf(newcomer.entries());
                assertThat(reader.shown().values())
                        .as("seed %d, %s of %s: %s", seed, reader, path, story)
                        .allMatch(times -> times == 1);
            }
        }
    }
}
