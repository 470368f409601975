package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedside.base.diagnostics.Diagnostic;
import org.junit.jupiter.api.Test;

/** Errors of the author or the system: the published feeds stay, and the problem is reported. */
class RefresherGuardsTest {
    private final World world = new World();

    @Test
    void a_broken_post_keeps_its_last_valid_version_and_other_posts_are_unaffected() {
        world.post("one", "2026-01-01");
        world.post("two", "2026-01-02");
        world.refresh();

        world.write("content/one.md", "+++\ntitle = \"one\ndate = 2026-01-01\n+++\nNew text\n");
        world.post("three", "2026-01-03");
        var result = world.refresh();

        assertThat(result.problems()).anyMatch(Diagnostic::isError);
        assertThat(result.problems().get(0).toString()).startsWith("/site/content/one.md:2:");
        assertThat(world.titles("atom.xml")).containsExactly("three", "two", "one");
        assertThat(world.text("atom.xml")).contains("Text of one.").doesNotContain("New text");
    }

    @Test
    void a_repaired_post_shows_its_new_text() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("content/one.md", "no front matter");
        world.refresh();

        world.post("one", "2026-01-01", "Mended.", new String[0]);
        var result = world.refresh();

        assertThat(result.problems()).isEmpty();
        assertThat(world.text("atom.xml")).contains("Mended.");
    }

    @Test
    void deleting_a_broken_post_removes_it() {
        world.post("one", "2026-01-01");
        world.refresh();
        world.write("content/one.md", "no front matter");
        world.refresh();

        world.delete("content/one.md");
        var result = world.refresh();

        assertThat(result.problems()).isEmpty();
        assertThat(world.titles("atom.xml")).isEmpty();
    }

    @Test
    void a_broken_configuration_is_reported_and_the_published_feeds_stay() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.write("zola.toml", "base_url = \n");
        world.post("two", "2026-01-02");
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.problems().get(0).toString()).startsWith("/site/zola.toml:1:");
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void a_missing_content_folder_leaves_the_published_feeds() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.move("content", "gone");
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(world.titles("atom.xml")).containsExactly("one");
    }

    @Test
    void a_broken_file_of_ids_leaves_the_published_feeds() {
        world.post("one", "2026-01-01");
        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \"x\"\n");
        world.refresh();

        world.write("feedside-ids.toml", "[\"one.md\"]\nid = \n");
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.problems().get(0).toString()).startsWith("/site/feedside-ids.toml:2:");
        assertThat(world.text("atom.xml")).contains("<id>x</id>");
    }

    @Test
    void drafts_are_refused_in_a_folder_of_public_feeds() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.restartWithDrafts();
        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.DEGRADED);
        assertThat(result.problems().get(0).message()).contains("without drafts");
    }

    @Test
    void a_post_that_is_too_large_is_refused_with_the_limit() {
        world.write("feedside.toml", "max_post_bytes = 100\n");
        world.post("small", "2026-01-01");
        world.post("large", "2026-01-02", "x".repeat(200), new String[0]);

        var result = world.refresh();

        assertThat(result.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "/site/content/large.md:1:1: error: the file is larger than 100 bytes: split it, or raise max_post_bytes in feedside.toml");
        assertThat(world.titles("atom.xml")).containsExactly("small");
    }

    @Test
    void bytes_that_are_not_utf8_are_reported_with_their_position() {
        world.writeBytes("content/latin.md", new byte[] {'+', '+', '+', '\n', 't', '=', (byte) 0xE9, '\n'});

        var result = world.refresh();

        assertThat(result.problems())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "/site/content/latin.md:2:3: error: this byte is not valid UTF-8: save the file as UTF-8");
    }

    @Test
    void characters_that_xml_forbids_are_dropped_with_a_warning() {
        world.write("content/odd.md", "+++\ntitle = \"Bell\\u0007\"\ndate = 2026-01-01\n+++\nRing \u0007 ring\n");

        var result = world.refresh();

        assertThat(world.titles("atom.xml")).containsExactly("Bell");
        assertThat(world.text("atom.xml")).contains("Ring  ring");
        assertThat(result.problems()).isNotEmpty().noneMatch(Diagnostic::isError);
    }

    @Test
    void feeds_that_cannot_be_written_are_reported_once_and_served() {
        world.write("feeds/tags", "a file where a folder should be");
        world.post("one", "2026-01-01", "a", "b");

        var result = world.refresh();

        assertThat(result.problems())
                .singleElement()
                .asString()
                .contains("/site/feeds:1:1", "feeds cannot be written", "tags", "check disk space and permissions");
        assertThat(world.text("tags/b/atom.xml")).contains("Text of one.");
        world.delete("feeds/tags");
        assertThat(world.refresh().problems()).isEmpty();
        assertThat(world.feedFiles()).containsKey("tags/b/atom.xml");
    }
}
