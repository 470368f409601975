package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.feedside.base.disk.SystemDisk;
import org.feedside.cli.Service;
import org.feedside.pipeline.BuildOptions;
import org.feedside.pipeline.Progress;
import org.feedside.pipeline.RenderWatch;
import org.feedside.publishing.Document;
import org.feedside.publishing.Manifest;
import org.feedside.publishing.state.MemoryStateStore;
import org.feedside.publishing.state.PublishedState;
import org.feedside.publishing.state.StateStore;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * Seeded random histories of builds, each on an empty machine: those that continue from the published manifest publish the
 * same bytes as those that keep the state. {@code -Dprevious.histories=N} runs N of them, {@code -Dprevious.seed=S} the one
 * with that seed.
 */
class PreviousHistoriesTest {
    private static final int BUILDS = 8;
    private static final Instant FIRST_DAY = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void the_manifest_replaces_the_state() {
        var one = Optional.ofNullable(Long.getLong("previous.seed"));
        if (one.isPresent()) {
            new History(one.get()).run();
            return;
        }
        var histories = Integer.getInteger("previous.histories", 40);
        var compared = 0;
        for (long seed = 0; seed < histories; seed++) {
            var history = new History(seed);
            history.run();
            compared += BUILDS - history.failures;
        }
        assertThat(compared).as("builds without an error").isGreaterThan(histories * BUILDS / 3);
    }

    /** A file as it was published. */
    private record Deployed(Instant lastModified, String text) {
        Deployed(Document document) {
            this(
                    document.lastModified().orElseThrow(),
                    document.identity().bytes().toString());
        }
    }

    /** One history. */
    private static final class History {
        private final long seed;
        private final Random random;
        private final World world = new World();
        private final List<String> story = new ArrayList<>();

        /** The body of each post by name. */
        private final Map<String, String> posts = new TreeMap<>();

        private PublishedState state = PublishedState.NONE;
        private Map<String, Deployed> deployed = Map.of();
        private int names;
        private int builds;
        private int failures;

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void run() {
            if (random.nextBoolean()) {
                world.write("feedside.toml", "limit = 3\narchives = true\n");
            }
            for (int i = 0; i < 4; i++) {
                newPost();
            }
            for (int i = 0; i < BUILDS; i++) {
                for (int actions = random.nextInt(4); actions > 0; actions--) {
                    randomAction();
                }
                world.clock.advance(Duration.ofSeconds(2 + random.nextInt(500_000)));
                build();
            }
        }

        private void randomAction() {
            switch (random.nextInt(9)) {
                case 0, 1 -> newPost();
                case 2, 3 -> write(anyPost(), "Text " + random.nextInt());
                case 4 -> delete(anyPost());
                case 5 -> rename(anyPost());
                case 6 -> world.write("content/" + anyPost() + ".md", "+++\ntitle = \"half");
                case 7 -> mend();
                default -> retitleSite();
            }
        }

        private String anyPost() {
            if (posts.isEmpty()) {
                newPost();
            }
            return List.copyOf(posts.keySet()).get(random.nextInt(posts.size()));
        }

        private void newPost() {
            write("post" + names++, "First text");
        }

        private void write(String name, String body) {
            posts.put(name, body);
            var date = FIRST_DAY.plus(Duration.ofHours(Math.floorMod(name.hashCode(), 1_000)));
            var updated = name.hashCode() % 2 == 0 ? "updated = " + world.clock.instant() + "\n" : "";
            var tags = body.hashCode() % 3 == 0 ? "[\"a\", \"b\"]" : "[\"c\"]";
            world.write(
                    "content/" + name + ".md",
                    "+++\ntitle = \"%s\"\ndate = %s\n%staxonomies.tags = %s\n+++\n%s\n"
                            .formatted(name, date, updated, tags, body));
            story.add("write " + name);
        }

        private void delete(String name) {
            posts.remove(name);
            world.delete("content/" + name + ".md");
            story.add("delete " + name);
        }

        private void rename(String name) {
            var body = Objects.requireNonNull(posts.get(name));
            delete(name);
            write("post" + names++, body);
        }

        /** Writes all posts again, which mends the broken ones. */
        private void mend() {
            Map.copyOf(posts).forEach(this::write);
        }

        private void retitleSite() {
            world.write("zola.toml", """
                    base_url = "https://example.org"
                    title = "Title %d"
                    taxonomies = [{ name = "tags", feed = true }]
                    """.formatted(random.nextInt()));
            story.add("new title");
        }

        private void build() {
            var kept = new MemoryStateStore(state);
            var withState = build(kept, "state" + failures);
            var withPrevious = build(new MemoryStateStore(previous()), "empty" + builds++);
            checkEqual(withPrevious, withState);
            // A build that fails is not deployed, and its state is not kept.
            story.add(withState.isEmpty() ? "failure " + ++failures : "build");
            withState.ifPresent(files -> {
                checkDates(files);
                deployed = files;
                state = kept.load();
            });
        }

        private void checkEqual(Optional<Map<String, Deployed>> actual, Optional<Map<String, Deployed>> expected) {
            assertThat(actual.map(Map::keySet)).as("seed %d: %s", seed, story).isEqualTo(expected.map(Map::keySet));
            expected.orElse(Map.of())
                    .forEach((path, file) -> assertThat(actual.orElseThrow().get(path))
                            .as("seed %d, %s: %s", seed, path, story)
                            .isEqualTo(file));
        }

        private PublishedState previous() {
            return Optional.ofNullable(deployed.get(Manifest.PATH))
                    .map(file -> Manifest.read(file.text().getBytes(StandardCharsets.UTF_8))
                            .orElseThrow())
                    .map(Manifest::state)
                    .orElse(PublishedState.NONE);
        }

        /** Builds once in a folder, as {@code feedside build --output} does; empty if it ends with an error. */
        private Optional<Map<String, Deployed>> build(StateStore store, String folder) {
            var settings = world.folder()
                    .readService(new SystemDisk())
                    .value()
                    .orElseThrow()
                    .withSettle(Duration.ZERO);
            var options = new ServiceOptions(
                    world.disk,
                    world.clock,
                    world.folder(),
                    world.folder().folder().resolve(folder),
                    new BuildOptions(false, ZoneOffset.UTC),
                    settings,
                    false,
                    false,
                    Progress.NONE,
                    RenderWatch.NONE);
            try (var service = new Service(options, () -> store)) {
                service.open();
                var result = service.refresh();
                if (result.kind() == RefreshResult.Kind.DEGRADED
                        || result.problems().stream().anyMatch(problem -> problem.isError())) {
                    return Optional.empty();
                }
                assertThat(result.kind()).as("seed %d: %s", seed, story).isEqualTo(RefreshResult.Kind.CURRENT);
                var files = new TreeMap<String, Deployed>();
                service.published()
                        .current()
                        .asFiles(settings.http().moves())
                        .documents()
                        .forEach(document -> files.put(document.path(), new Deployed(document)));
                return Optional.of(files);
            }
        }

        /** The dates of files, feeds and entries never go back, and no entry gets another id. */
        private void checkDates(Map<String, Deployed> files) {
            files.forEach((path, file) -> Optional.ofNullable(deployed.get(path))
                    .ifPresent(before -> {
                        assertThat(file.lastModified())
                                .as("seed %d, %s", seed, path)
                                .isAfterOrEqualTo(before.lastModified());
                        if (path.endsWith("atom.xml")) {
                            var dates = dates(file.text());
                            dates(before.text())
                                    .forEach((id, date) -> assertThat(dates.getOrDefault(id, date))
                                            .as("seed %d, %s: %s", seed, id, story)
                                            .isAfterOrEqualTo(date));
                        }
                    }));
            var ids =
                    dates(Objects.requireNonNull(files.get("atom.xml")).text()).keySet();
            assertThat(ids).as("seed %d", seed).allMatch(this::isExpectedId);
        }

        private boolean isExpectedId(String id) {
            return id.equals("https://example.org/atom.xml")
                    || posts.keySet().stream().anyMatch(name -> id.equals("https://example.org/" + name + "/"));
        }

        /** The dates of a feed and its entries, by id. */
        private static Map<String, Instant> dates(String feed) {
            var dates = new HashMap<String, Instant>();
            for (var element : Jsoup.parse(feed, "", Parser.xmlParser()).select("feed, entry")) {
                dates.put(
                        child(element, "id"),
                        OffsetDateTime.parse(child(element, "updated")).toInstant());
            }
            return dates;
        }

        private static String child(Element parent, String name) {
            return Objects.requireNonNull(parent.selectFirst("> " + name)).text();
        }
    }
}
