package org.feedside.publishing.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.feedside.base.disk.SystemDisk;
import org.feedside.content.LastGoodText;
import org.feedside.content.PageDate;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.feeds.Person;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvStateStoreTest {
    private static final Identity IDENTITY = new Identity("https://example.org", false);
    private static final List<Instant> PUBLISHERS =
            List.of(Instant.parse("2026-11-30T12:00:00.123456Z"), Instant.parse("2026-12-01T12:00:00Z"));

    @TempDir
    private Path folder = Path.of("");

    private static DocumentState document(String path, Optional<String> description, Optional<String> email) {
        return new DocumentState(
                new FeedFile(path, "https://example.org/" + path, "https://example.org/" + path + "/", Format.RSS),
                "0123",
                PageDate.parse("2025-01-15T00:37:27+01:00").orElseThrow(),
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new PastVersion("4567", Set.of("e1", "e2")), new PastVersion("89ab", Set.of())),
                "https://example.org/",
                "en",
                "Title",
                description,
                new Person("Ann", email));
    }

    private MvStateStore open() {
        return MvStateStore.open(new SystemDisk(), folder);
    }

    @Test
    void a_new_store_is_empty() {
        try (var store = open()) {
            assertThat(store.load()).isEqualTo(PublishedState.NONE);
        }
    }

    @Test
    void a_saved_state_is_read_after_opening_again() {
        var state = new PublishedState(
                Optional.of(IDENTITY),
                PUBLISHERS,
                7,
                Map.of(
                        "rss.xml", document("rss.xml", Optional.of("About"), Optional.of("a@example.org")),
                        "tags/x/rss.xml", document("tags/x/rss.xml", Optional.empty(), Optional.empty())),
                Map.of("a.md", new PostState("https://example.org/?p=1", "/a/"), "b.md", new PostState("tag:b", "/b/")),
                Map.of("a.md", new LastGoodText("89ab", () -> "+++\n+++\nText é 🦦\n")));
        try (var store = open()) {
            store.save(state);
        }

        try (var store = open()) {
            var loaded = store.load();
            assertThat(loaded).isEqualTo(state);
            assertThat(loaded.goodTexts())
                    .hasEntrySatisfying("a.md", text -> assertThat(text.text()).isEqualTo("+++\n+++\nText é 🦦\n"));
        }
    }

    @Test
    void values_that_are_no_longer_in_the_state_are_removed() {
        var first = new PublishedState(
                Optional.of(IDENTITY),
                PUBLISHERS,
                7,
                Map.of("rss.xml", document("rss.xml", Optional.of("About"), Optional.of("a@example.org"))),
                Map.of("a.md", new PostState("tag:a", "/a/")),
                Map.of("a.md", new LastGoodText("89ab", () -> "text")));
        var second = new PublishedState(
                Optional.of(IDENTITY),
                PUBLISHERS,
                7,
                Map.of("rss.xml", document("rss.xml", Optional.empty(), Optional.empty())),
                Map.of("b.md", new PostState("tag:a", "/a/")),
                Map.of());
        try (var store = open()) {
            store.save(first);
            store.save(second);
        }

        try (var store = open()) {
            assertThat(store.load()).isEqualTo(second);
        }
    }

    @Test
    void a_saved_state_survives_without_a_clean_end() throws IOException {
        var state = new PublishedState(Optional.of(IDENTITY), PUBLISHERS, 7, Map.of(), Map.of(), Map.of());
        var copy = Files.createDirectories(folder.resolve("copy/.feedside"));
        try (var store = open()) {
            store.save(state);
            Files.copy(folder.resolve(".feedside/state.mv"), copy.resolve("state.mv"));
        }

        try (var store = MvStateStore.open(new SystemDisk(), folder.resolve("copy"))) {
            assertThat(store.load()).isEqualTo(state);
        }
    }

    @Test
    void a_state_from_a_version_that_stored_no_posts_is_read() throws IOException {
        Files.createDirectories(folder.resolve(".feedside"));
        try (var old = MVStore.open(folder.resolve(".feedside/state.mv").toString())) {
            MVMap<String, String> identity = old.openMap("identity");
            identity.put("base_url", "https://example.org");
            identity.put("drafts", "false");
        }

        try (var store = open()) {
            assertThat(store.load())
                    .isEqualTo(new PublishedState(Optional.of(IDENTITY), List.of(), 1, Map.of(), Map.of(), Map.of()));
        }
    }

    @Test
    void a_second_writer_is_refused() {
        try (var store = open()) {
            assertThat(store.load()).isEqualTo(PublishedState.NONE);

            assertThatThrownBy(this::open)
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("is in use by another Feedside");
        }
    }

    @Test
    void a_damaged_store_is_reported_with_a_remedy() throws IOException {
        Files.createDirectories(folder.resolve(".feedside"));
        Files.writeString(folder.resolve(".feedside/state.mv"), "not a store file".repeat(1000));

        assertThatThrownBy(this::open)
                .isInstanceOf(StateException.class)
                .hasMessageContaining("state.mv cannot be opened")
                .hasMessageContaining("delete it");
    }

    @Test
    void damage_anywhere_is_reported_with_a_remedy_or_does_no_harm() throws IOException {
        var first = new PublishedState(
                Optional.of(IDENTITY),
                PUBLISHERS,
                7,
                Map.of("rss.xml", document("rss.xml", Optional.of("About"), Optional.of("a@example.org"))),
                Map.of("a.md", new PostState("tag:a", "/a/")),
                Map.of());
        try (var store = open()) {
            store.save(first);
            store.save(new PublishedState(Optional.of(IDENTITY), PUBLISHERS, 7, first.documents(), Map.of(), Map.of()));
        }
        var file = folder.resolve(".feedside/state.mv");
        var intact = Files.readAllBytes(file);
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var reported = 0;
        for (int i = 0; i < 200; i++) {
            // Within one process a store that fails to open keeps its lock, so each start uses another folder.
            var place = folder.resolve("damage" + i);
            Files.write(
                    Files.createDirectories(place.resolve(".feedside")).resolve("state.mv"), damaged(intact, random));
            try (var store = MvStateStore.open(new SystemDisk(), place)) {
                assertThat(store.load()).isNotNull();
            } catch (StateException e) {
                reported++;
                assertThat(e).as("seed %d, damage %d", seed, i).hasMessageContaining("delete it to rebuild the state");
            }
        }
        assertThat(reported).isPositive();
    }

    private static byte[] damaged(byte[] intact, Random random) {
        var from = random.nextInt(intact.length);
        var damaged = Arrays.copyOf(intact, random.nextInt(3) == 0 ? from : intact.length);
        for (int i = from; i < Math.min(damaged.length, from + 1 + random.nextInt(4_096)); i++) {
            damaged[i] = random.nextBoolean() ? (byte) 0 : (byte) random.nextInt(256);
        }
        return damaged;
    }
}
