package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dates of documents, which depend on the posts and on a clock. */
class RefresherTimeTest {
    private final World world = new World();

    @Test
    void a_post_dated_in_the_future_appears_at_its_date() {
        world.post("later", "2026-03-01T12:01:00Z", "secret");

        var result = world.refresh();

        assertThat(world.titles("atom.xml")).isEmpty();
        assertThat(world.published.current().find("tags/secret/atom.xml")).isEmpty();
        assertThat(result.nextRefresh()).contains(Instant.parse("2026-03-01T12:01:00Z"));

        world.clock.advance(Duration.ofSeconds(55));
        world.refresher.refresh(world.clock.instant());

        assertThat(world.titles("atom.xml")).containsExactly("later");
        assertThat(world.titles("tags/secret/atom.xml")).containsExactly("later");
    }

    @Test
    void a_local_date_is_compared_in_the_configured_timezone() {
        world.write("feedside.toml", "timezone = \"+02:00\"\n");
        world.post("here", "2026-03-01T14:00:00");
        world.post("not-yet", "2026-03-01T14:00:10");

        world.refresh();

        assertThat(world.titles("atom.xml")).containsExactly("here");
    }

    @Test
    void the_modification_time_of_a_file_is_its_last_modified() {
        world.post("one", "2026-01-01T08:00:00Z");
        world.refresh();

        assertThat(world.document("atom.xml").lastModified().orElseThrow())
                .isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
        assertThat(world.fileTime("atom.xml")).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
    }

    @Test
    void a_newer_post_moves_the_date_of_the_feed_to_its_own() {
        world.post("one", "2026-01-01T00:00:00Z");
        world.refresh();

        world.post("two", "2026-02-01T00:00:00Z");
        world.refresh();

        assertThat(world.updated("atom.xml")).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(world.document("atom.xml").lastModified().orElseThrow()).isEqualTo(world.clock.instant());
    }

    @Test
    void a_feed_that_is_added_later_is_last_modified_when_it_was_added() {
        world.post("one", "2026-01-01T00:00:00Z");
        world.refresh();

        world.post("two", "2026-01-02T00:00:00Z", "new");
        world.refresh();

        assertThat(world.updated("tags/new/atom.xml")).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(world.document("tags/new/atom.xml").lastModified().orElseThrow())
                .isEqualTo(world.clock.instant());
    }

    @Test
    void every_other_change_moves_the_date_of_the_feed_to_its_time() {
        world.post("one", "2026-01-01T00:00:00Z");
        world.post("two", "2026-02-01T00:00:00Z");
        world.refresh();

        world.delete("content/two.md");
        world.refresh();
        assertThat(world.updated("atom.xml")).isEqualTo(world.clock.instant());

        world.post("old", "2025-01-01T00:00:00Z");
        world.refresh();
        assertThat(world.updated("atom.xml")).isEqualTo(world.clock.instant());
    }

    @Test
    void a_change_within_the_same_second_is_postponed_to_the_next() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.post("two", "2026-01-02");
        world.refresh();
        var first = world.document("atom.xml").lastModified().orElseThrow();

        world.post("three", "2026-01-03");
        world.clock.advance(Duration.ofMillis(300));
        var result = world.refresher.refresh(world.clock.instant());

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.POSTPONED);
        assertThat(result.nextRefresh()).contains(first.plusSeconds(1));
        assertThat(world.titles("atom.xml")).containsExactly("two", "one");

        world.clock.advance(Duration.ofMillis(700));
        world.refresher.refresh(world.clock.instant());

        assertThat(world.titles("atom.xml")).containsExactly("three", "two", "one");
        assertThat(world.document("atom.xml").lastModified().orElseThrow()).isEqualTo(first.plusSeconds(1));
    }

    @Test
    void last_modified_grows_even_if_the_clock_was_set_back() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.post("two", "2026-01-02");
        world.refresh();
        var first = world.document("atom.xml").lastModified().orElseThrow();

        world.clock.advance(Duration.ofHours(-3));
        world.post("three", "2026-01-03");
        var result = world.refresh();

        assertThat(world.document("atom.xml").lastModified().orElseThrow()).isEqualTo(first.plusSeconds(1));
        assertThat(result.problems().get(0).message()).contains("the clock is behind");
    }

    @Test
    void a_restored_older_version_is_a_new_version() {
        world.post("one", "2026-01-01", "First.", new String[0]);
        world.refresh();
        var first = world.document("atom.xml");
        world.post("one", "2026-01-01", "Second.", new String[0]);
        world.refresh();
        var second = world.document("atom.xml");

        world.post("one", "2026-01-01", "First.", new String[0]);
        world.refresh();
        var third = world.document("atom.xml");

        assertThat(third.lastModified().orElseThrow())
                .isAfter(second.lastModified().orElseThrow());
        assertThat(List.of(first, second)).noneMatch(d -> d.identity().equals(third.identity()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom.xml", "feed.json", "feeds.opml"})
    void last_modified_is_later_than_that_of_a_file_without_a_date(String path) {
        world.post("one", "2026-01-01");
        world.clock.advance(Duration.ofDays(1));
        world.write("feeds/" + path, "{}");
        var written = world.clock.instant();

        world.refresh();

        assertThat(world.document(path).lastModified().orElseThrow()).isAfter(written);
    }

    @Test
    void the_same_posts_give_the_same_bytes_and_validators() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02", "java", "rust");
        world.refresh();

        var other = new World();
        other.clock.advance(Duration.ofDays(20));
        other.post("two", "2026-01-02", "java", "rust");
        other.post("one", "2026-01-01", "rust");
        other.refresh();

        assertThat(other.feedFiles()).isEqualTo(world.feedFiles());
        assertThat(List.copyOf(other.published.current().documents()))
                .isEqualTo(List.copyOf(world.published.current().documents()));
    }
}
