package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * An author saves posts while a generator deletes the built pages, writes them slowly and sometimes fails, and the service
 * scans at any time and is restarted. Number of stories: {@code -Dgenerator.seeds=N}; one of them: {@code -Dgenerator.seed=S}.
 */
class GeneratorAtWorkTest {
    private static final long SEEDS = 12;
    private static final int STEPS = 120;
    private static final Pattern ENTRY = Pattern.compile(
            "\"url\": \"https://example.org/(\\w+)/\",\\s+\"title\": \"Title v(\\d+)\",\\s+\"content_html\": \"([^\"]*)\"");

    @Test
    void entries_are_never_mixed_lost_or_announced_before_their_page() {
        var one = Long.getLong("generator.seed");
        var first = one == null ? 0 : one;
        for (long seed = first; seed < first + (one == null ? Long.getLong("generator.seeds", SEEDS) : 1); seed++) {
            new Story(seed).run();
        }
    }

    private static final class Story {
        private final long seed;
        private final Random random;
        private final World world = new World();

        /** The version of each post in its file. */
        private final Map<String, Integer> posts = new TreeMap<>();

        /** The version of each page in the built folder. */
        private final Map<String, Integer> pages = new HashMap<>();

        /** The pages that the running build has not written yet, each with the version that it read. */
        private final Map<String, Integer> unwritten = new TreeMap<>();

        /** The posts that the author has deleted. */
        private final Set<String> deleted = new HashSet<>();

        private Set<String> known = Set.of();

        Story(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            world.write("feedside.toml", "built = \"public\"\ncontent_selector = \"main\"\nshrink_after = \"1h\"\n");
            world.restart();
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                happen();
                check(step);
            }
            build();
            unwritten.forEach(this::writePage);
            unwritten.clear();
            for (int i = 0; i < 4; i++) {
                world.clock.advance(Duration.ofMinutes(61));
                world.refresher.refresh(world.clock.instant());
            }
            var titles = new TreeMap<String, Integer>();
            entries().forEach((name, entry) -> titles.put(name, entry.version()));
            assertThat(titles).as("seed %d at the end", seed).isEqualTo(posts);
        }

        private void happen() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> save("post" + random.nextInt(7));
                case 3 -> build();
                case 4, 5, 6 -> writeSome();
                case 7 -> fail();
                case 8 -> restart();
                case 9 -> delete();
                default -> {}
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                world.clock.advance(Duration.ofMillis(random.nextInt(900)));
                world.refresher.refresh(world.clock.instant());
            }
        }

        private void save(String name) {
            if (deleted.contains(name)) {
                return;
            }
            var version = posts.merge(name, 1, Integer::sum);
            world.write("content/" + name + ".md", """
                    +++
                    title = "Title v%d"
                    date = 2026-01-01
                    +++
                    Words of %s in version%d.

                    {{ chart() }}

                    %s
                    """.formatted(
                            version, name, version, "More words. ".repeat(version % 3)));
        }

        /** A process that begins with nothing published takes posts and pages as they are. */
        private void restart() {
            if (!known.isEmpty()) {
                world.restart();
            }
        }

        private void delete() {
            posts.keySet().stream().findFirst().filter(name -> posts.size() > 3).ifPresent(name -> {
                posts.remove(name);
                deleted.add(name);
                world.delete("content/" + name + ".md");
            });
        }

        /** Reads the posts and deletes all pages. */
        private void build() {
            pages.keySet().forEach(name -> world.delete("public/" + name + "/index.html"));
            pages.clear();
            unwritten.clear();
            unwritten.putAll(posts);
        }

        private void writeSome() {
            new TreeMap<>(unwritten).forEach((name, version) -> {
                if (random.nextBoolean()) {
                    writePage(name, version);
                    unwritten.remove(name);
                }
            });
        }

        private void fail() {
            unwritten.clear();
        }

        private void writePage(String name, int version) {
            pages.put(name, version);
            world.write("public/" + name + "/index.html", """
                    <title>Title v%d</title><nav>Navigation %d</nav>
                    <main><h1>Title v%d</h1><p>Words of %s in version%d.</p><figure>A chart</figure><p>%s</p></main>
                    """.formatted(
                            version, random.nextInt(), version, name, version, "More words. ".repeat(version % 3)));
        }

        private record Entry(int version, String content) {}

        private Map<String, Entry> entries() {
            var entries = new TreeMap<String, Entry>();
            world.published.current().find("feed.json").ifPresent(feed -> {
                var matcher = ENTRY.matcher(feed.identity().bytes().toString());
                while (matcher.find()) {
                    entries.put(matcher.group(1), new Entry(Integer.parseInt(matcher.group(2)), matcher.group(3)));
                }
            });
            return entries;
        }

        private void check(int step) {
            var entries = entries();
            var as = "seed %d, step %d".formatted(seed, step);
            entries.forEach((name, entry) -> {
                assertThat(entry.content())
                        .as(as)
                        .contains("Words of %s in version%d.".formatted(name, entry.version()));
                if (!known.contains(name)) {
                    assertThat(pages).as("%s: %s is announced", as, name).containsKey(name);
                }
            });
            known.stream()
                    .filter(name -> !deleted.contains(name))
                    .forEach(name ->
                            assertThat(entries).as("%s: %s stays", as, name).containsKey(name));
            known = Set.copyOf(entries.keySet());
        }
    }
}
