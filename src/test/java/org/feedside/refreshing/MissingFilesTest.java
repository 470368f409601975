package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.feedside.base.diagnostics.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are away when the folder is scanned, for a moment or for good. */
class MissingFilesTest {
    private static final String ONE = "content/one.md";

    private final World world = new World();

    @BeforeEach
    void publish() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02");
        world.refresh();
    }

    private RefreshResult.Kind scanAfter(Duration time) {
        world.clock.advance(time);
        return world.refresher.refresh(world.clock.instant()).kind();
    }

    private void takeAway(String post) {
        world.move("content/" + post + ".md", post + ".md");
    }

    private void bringBack(String post) {
        world.move(post + ".md", "content/" + post + ".md");
    }

    @Test
    void a_post_that_only_one_scan_misses_stays() {
        var before = world.published.current();
        world.move(ONE, "away");

        assertThat(scanAfter(Duration.ofSeconds(5))).isEqualTo(RefreshResult.Kind.POSTPONED);
        assertThat(world.published.current()).isSameAs(before);

        world.move("away", ONE);
        assertThat(scanAfter(Duration.ofMillis(100))).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.published.current()).isSameAs(before);
    }

    @Test
    void a_post_counts_as_deleted_when_a_scan_a_settle_time_later_misses_it_too() {
        world.delete(ONE);

        world.clock.advance(Duration.ofSeconds(5));
        assertThat(world.refresher.refresh(world.clock.instant()).nextRefresh())
                .contains(world.clock.instant().plusMillis(100));
        assertThat(scanAfter(Duration.ofMillis(99))).isEqualTo(RefreshResult.Kind.POSTPONED);
        assertThat(world.titles("atom.xml")).containsExactly("two", "one");

        assertThat(scanAfter(Duration.ofMillis(1))).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("two");
    }

    @Test
    void neither_half_of_a_rename_is_published() {
        var before = world.published.current();
        world.move(ONE, "content/uno.md");

        scanAfter(Duration.ofSeconds(5));
        assertThat(world.published.current()).isSameAs(before);

        scanAfter(Duration.ofMillis(100));
        assertThat(world.text("atom.xml")).contains("example.org/uno/").doesNotContain("example.org/one/");
    }

    @Test
    void ever_more_missing_files_delay_a_publication_for_a_limited_time_and_the_latest_stays() {
        for (int i = 0; i < 40; i++) {
            world.post("post" + i, "2026-02-01", "rust");
        }
        world.refresh();

        for (int i = 0; i < 10; i++) {
            world.delete("content/post" + i + ".md");
            assertThat(scanAfter(Duration.ofMillis(i == 0 ? 5_000 : 100))).isEqualTo(RefreshResult.Kind.POSTPONED);
        }
        world.delete("content/post10.md");
        assertThat(scanAfter(Duration.ofMillis(100))).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("tags/rust/atom.xml")).contains("post10").doesNotContain("post9", "post0");
    }

    @Test
    void a_post_that_the_first_scan_after_a_restart_misses_stays() {
        world.move(ONE, "away");
        world.restart();

        assertThat(scanAfter(Duration.ofSeconds(5))).isEqualTo(RefreshResult.Kind.POSTPONED);
        assertThat(world.titles("atom.xml")).containsExactly("two", "one");

        world.move("away", ONE);
        assertThat(scanAfter(Duration.ofMillis(100))).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("two", "one");
    }

    @Test
    void posts_whose_removal_was_held_back_stay_behind_a_link_whose_target_is_away() {
        world.post("inner/three", "2026-01-03");
        world.post("inner/four", "2026-01-04");
        world.refresh();
        world.move("content/inner", "inner");
        world.move("content/two.md", "two.md");
        scanAfter(Duration.ofSeconds(5));
        assertThat(scanAfter(Duration.ofMillis(100))).isEqualTo(RefreshResult.Kind.DEGRADED);
        world.move(ONE, "one.md");
        assertThat(scanAfter(Duration.ofSeconds(5))).isEqualTo(RefreshResult.Kind.POSTPONED);

        world.move("one.md", ONE);
        world.move("two.md", "content/two.md");
        world.link("content/inner", "nowhere");

        assertThat(scanAfter(Duration.ofSeconds(5))).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).contains("one", "two", "inner/three", "inner/four");
    }

    @Test
    void when_some_posts_are_back_whose_removal_was_held_back_another_scan_decides_about_the_others() {
        world.post("three", "2026-01-03");
        world.refresh();
        var before = world.published.current();
        List.of("one", "two", "three").forEach(this::takeAway);
        scanAfter(Duration.ofSeconds(5));
        assertThat(scanAfter(Duration.ofMillis(100))).isEqualTo(RefreshResult.Kind.DEGRADED);

        bringBack("two");
        assertThat(scanAfter(Duration.ofSeconds(5))).isEqualTo(RefreshResult.Kind.POSTPONED);
        assertThat(world.published.current()).isSameAs(before);

        bringBack("three");
        assertThat(scanAfter(Duration.ofMillis(100))).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("three", "two");
    }

    @Test
    void posts_behind_a_link_whose_target_is_away_stay_and_are_reported() {
        world.write("feedside.toml", "follow_links = true\n");
        world.write("shelf/three.md", "+++\ntitle = \"three\"\ndate = 2026-01-03\n+++\n");
        world.write("four.md", "+++\ntitle = \"four\"\ndate = 2026-01-04\n+++\n");
        world.link("content/shelf", "shelf");
        world.link("content/four.md", "four.md");
        world.refresh();
        assertThat(world.titles("atom.xml")).containsExactly("four", "three", "two", "one");

        world.move("shelf", "away");
        world.move("four.md", "away.md");
        world.restart();
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("four", "three", "two", "one");
        assertThat(result.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "/site/content/four.md:1:1: error: this link leads nowhere: restore what it links to, or remove the link",
                        "/site/content/shelf:1:1: warning: this link leads nowhere, so posts below it stay as they are: restore what it links to, or remove the link");

        world.delete("content/shelf");
        world.delete("content/four.md");
        world.refresh();
        assertThat(world.titles("atom.xml")).containsExactly("two", "one");
    }

    /** The scan that read the text was postponed because of another file, so the text was not rendered yet. */
    @Test
    void a_post_whose_text_is_refused_while_its_file_is_away_keeps_its_last_version() {
        world.write("feedside.toml", "follow_links = true\n");
        var three = "+++\ntitle = \"three\"\ndate = 2026-01-03\n+++\n";
        world.write("shelf/three.md", three + "Text of three.");
        world.link("content/shelf", "shelf");
        world.refresh();

        world.write("shelf/three.md", three + RefusedPostsTest.TABLE);
        world.write("shelf/new.md", "+++\ntitle = \"new\"\ndate = 2026-01-04\n+++\n" + RefusedPostsTest.TABLE);
        world.delete(ONE);
        assertThat(scanAfter(Duration.ofSeconds(5))).isEqualTo(RefreshResult.Kind.POSTPONED);
        world.move("shelf", "away");

        assertThat(scanAfter(Duration.ofSeconds(1))).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("three", "two");
        assertThat(world.text("atom.xml")).contains("Text of three.");

        world.move("away", "shelf");
        assertThat(world.refresh().problems()).hasSize(2).allMatch(Diagnostic::isError);
    }
}
