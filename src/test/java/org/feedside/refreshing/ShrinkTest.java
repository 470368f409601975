package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Most posts do not disappear at once, unless they stay away or the operator accepts it. */
class ShrinkTest {
    private static final int POSTS = 8;

    private final World world = new World();

    @BeforeEach
    void publish() {
        for (int i = 0; i < POSTS; i++) {
            world.post("post" + i, "2026-01-01", "a");
        }
        world.refresh();
    }

    private void deletePosts(int count) {
        for (int i = 0; i < count; i++) {
            world.delete("content/post" + i + ".md");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "4, 4", "5, 8", "8, 8"})
    void more_than_half_of_the_posts_are_not_removed_at_once(int deleted, int published) {
        deletePosts(deleted);

        var result = world.refresh();

        assertThat(world.titles("atom.xml")).hasSize(published);
        assertThat(result.kind())
                .isEqualTo(published == POSTS ? RefreshResult.Kind.DEGRADED : RefreshResult.Kind.CURRENT);
    }

    @Test
    void two_posts_may_be_removed_even_if_they_are_all() {
        var small = new World();
        small.post("one", "2026-01-01");
        small.post("two", "2026-01-02");
        small.refresh();

        small.delete("content/one.md");
        small.delete("content/two.md");

        assertThat(small.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(small.titles("atom.xml")).isEmpty();
    }

    @Test
    void the_message_names_the_number_of_posts_and_both_remedies() {
        deletePosts(6);

        assertThat(world.refresh().problems())
                .singleElement()
                .asString()
                .isEqualTo(
                        "/site/content:1:1: error: 6 of 8 posts would disappear at once, so the published feeds stay unchanged: if the removal is intended, run `feedside accept /site`, or `build` with --accept-shrink. A running service accepts the change by itself once the folder has not changed for 10 min");
    }

    @Test
    void a_removal_that_is_postponed_after_the_delay_does_not_wait_again() {
        world.write("feedside.toml", "shrink_after = \"100ms\"\n");
        world.post("last", "2026-01-02");
        world.refresh();
        deletePosts(POSTS);
        var kinds = new ArrayList<RefreshResult.Kind>();
        for (int i = 0; i < 4; i++) {
            world.clock.advance(Duration.ofMillis(i < 3 ? 150 : 900));
            kinds.add(world.refresher.refresh(world.clock.instant()).kind());
        }

        assertThat(kinds)
                .containsExactly(
                        RefreshResult.Kind.POSTPONED,
                        RefreshResult.Kind.DEGRADED,
                        RefreshResult.Kind.POSTPONED,
                        RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("last");
    }

    @Test
    void posts_that_stay_away_are_removed_after_the_delay() {
        deletePosts(POSTS);
        var held = world.refresh();
        var since = world.clock.instant();
        assertThat(held.nextRefresh()).contains(since.plus(Duration.ofMinutes(10)));

        world.clock.advance(Duration.ofMinutes(10).minusSeconds(6));
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).isEmpty();
    }

    @Test
    void a_change_of_the_folder_restarts_the_delay() {
        deletePosts(6);
        world.refresh();
        world.clock.advance(Duration.ofMinutes(9));
        world.post("post6", "2026-01-01", "b");
        world.refresh();
        world.clock.advance(Duration.ofMinutes(9));

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void a_folder_that_was_missing_in_between_restarts_the_delay() {
        deletePosts(POSTS);
        world.refresh();
        world.clock.advance(Duration.ofMinutes(9));
        world.move("content", "away");
        world.refresh();
        world.move("away", "content");
        world.refresh();
        world.clock.advance(Duration.ofMinutes(9));

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void posts_that_return_leave_the_feed_unchanged() {
        var before = world.document("atom.xml");
        deletePosts(6);
        world.refresh();
        for (int i = 0; i < 6; i++) {
            world.post("post" + i, "2026-01-01", "a");
        }

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.document("atom.xml").identity()).isEqualTo(before.identity());
        assertThat(world.document("atom.xml").lastModified()).isEqualTo(before.lastModified());
    }

    @Test
    void a_post_that_returns_broken_keeps_its_last_valid_version() {
        deletePosts(POSTS);
        world.refresh();
        for (int i = 1; i < POSTS; i++) {
            world.post("post" + i, "2026-01-01", "a");
        }
        world.write("content/post0.md", "+++\ntitle = \"half");

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).hasSize(POSTS).contains("post0");
    }

    @Test
    void a_clock_that_is_set_back_restarts_the_delay() {
        deletePosts(6);
        world.refresh();
        world.clock.advance(Duration.ofMinutes(-5));
        world.refresh();
        world.clock.advance(Duration.ofMinutes(6));

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void posts_with_other_files_and_urls_count_as_removed() {
        for (int i = 0; i < POSTS; i++) {
            world.move("content/post" + i + ".md", "content/new" + i + ".md");
        }

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void the_delay_is_configurable() {
        world.write("feedside.toml", "shrink_after = '0s'\n");
        deletePosts(POSTS);

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
    }

    @Test
    void a_build_holds_a_removal_back_too() {
        deletePosts(6);
        world.restart();

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void accepted_removals_are_published_at_once() {
        deletePosts(6);
        var held = world.refresh();
        assertThat(held.folders()).extracting(Path::toString).contains("/site/feeds/.feedside");

        assertThat(world.accept().value()).contains(2);

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).hasSize(2);
    }

    @Test
    void an_acceptance_applies_to_the_files_at_that_time() {
        deletePosts(6);
        world.accept();
        world.delete("content/post6.md");

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void an_acceptance_applies_once() {
        world.accept();
        world.post("post0", "2026-01-02", "b");
        world.refresh();
        for (int i = 0; i < POSTS; i++) {
            world.write("content/post" + i + ".md", "+++\ntitle = \"x\"\ndate = 2026-01-01\ndraft = true\n+++\n");
        }

        assertThat(world.refresh().kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
    }

    @Test
    void without_feeds_there_is_nothing_to_accept() {
        assertThat(world.acceptFor("nowhere").problems())
                .singleElement()
                .asString()
                .contains("nothing was published here");
    }
}
