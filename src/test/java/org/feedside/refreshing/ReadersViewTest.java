package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What readers see while a file has problems. */
class ReadersViewTest {
    private static final String BROKEN = "+++\ntitle = \"broken\n+++\n";

    private final World world = new World();

    private Map<String, String> views() {
        return world.refresh().readersView();
    }

    @Test
    void a_broken_post_is_seen_as_it_was_or_not_yet() {
        world.post("one", "2026-01-31");
        world.write(
                "content/two.md",
                "+++\ntitle = \"two\"\ndate = 2026-01-31\nupdated = 2026-02-03T23:30:00+05:00\n+++\n");
        assertThat(views()).isEmpty();

        world.write("content/one.md", BROKEN);
        world.write("content/two.md", BROKEN);
        world.write("content/new.md", BROKEN);
        var expected = Map.of(
                "/site/content/one.md", "last good version of 31 January 2026",
                "/site/content/two.md", "last good version of 3 February 2026",
                "/site/content/new.md", "not published yet");
        assertThat(views()).isEqualTo(expected);
        world.restart();
        assertThat(views()).isEqualTo(expected);

        world.post("one", "2026-02-01");
        world.delete("content/two.md");
        world.delete("content/new.md");
        assertThat(views()).isEmpty();
    }

    @Test
    void so_is_a_post_that_is_refused_after_it_was_read() {
        world.post("one", "2026-01-31");
        world.refresh();

        world.post("one", "2026-02-28", RefusedPostsTest.TABLE, new String[0]);
        world.post("new", "2026-02-28", RefusedPostsTest.TABLE, new String[0]);

        assertThat(views())
                .isEqualTo(Map.of(
                        "/site/content/one.md", "last good version of 31 January 2026",
                        "/site/content/new.md", "not published yet"));
    }

    @Test
    void posts_behind_a_link_whose_target_is_away_are_seen_as_they_were() {
        world.write("feedside.toml", "follow_links = true\n");
        world.write("shelf/deep/three.md", "+++\ntitle = \"three\"\ndate = 2026-01-03\n+++\n");
        world.write("four.md", "+++\ntitle = \"four\"\ndate = 2026-01-04\n+++\n");
        world.link("content/shelf", "shelf");
        world.link("content/four.md", "four.md");
        world.refresh();

        world.move("shelf", "away");
        world.move("four.md", "away.md");

        assertThat(views())
                .isEqualTo(Map.of(
                        "/site/content/shelf", "last good versions of the posts below it",
                        "/site/content/four.md", "last good version of 4 January 2026"));
    }

    @Test
    void a_problem_that_keeps_nothing_out_leaves_the_post_as_it_is_now() {
        world.post("one", "2026-01-31");
        world.write("content/odd.md", "+++\ntitle = \"a\\u0001b\"\ndate = 2026-01-01\n+++\n");
        world.write("content/taken.md", "+++\ntitle = \"two\"\ndate = 2026-01-01\npath = \"one\"\n+++\n");

        assertThat(views())
                .isEqualTo(Map.of(
                        "/site/content/odd.md", "published as it is now",
                        "/site/content/taken.md", "in no feed"));
    }

    @Test
    void a_broken_section_keeps_what_it_said() {
        world.post("one", "2026-01-31");
        world.write("content/old/_index.md", "+++\ntitle = \"old\"\n+++\n");
        world.refresh();

        world.write("content/old/_index.md", BROKEN);
        world.write("content/new/_index.md", BROKEN);

        assertThat(views())
                .isEqualTo(Map.of(
                        "/site/content/old/_index.md", "last good version of this file",
                        "/site/content/new/_index.md", "the feeds are made without this file"));
    }

    @Test
    void files_that_cannot_be_written_do_not_change_what_feedside_serves() {
        world.post("one", "2026-01-31");
        world.write("feeds/atom.xml/in-the-way", "x");

        assertThat(views())
                .isEqualTo(Map.of(
                        "/site/feeds/atom.xml",
                        "Feedside serves the current feeds; the files in the feeds folder may be older"));
    }
}
