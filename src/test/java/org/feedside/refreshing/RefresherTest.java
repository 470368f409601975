package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.feedside.content.PageDate;
import org.feedside.testing.ReadOutline;
import org.junit.jupiter.api.Test;

/** The feeds after an author adds, edits, renames and deletes posts. */
class RefresherTest {
    private final World world = new World();

    @Test
    void a_new_post_is_in_the_feeds_of_the_site_and_of_its_tags() {
        world.post("hello", "2026-01-01", "rust", "java");

        var result = world.refresh();

        assertThat(result.kind()).isEqualTo(RefreshResult.Kind.CURRENT);
        assertThat(world.titles("atom.xml")).containsExactly("hello");
        assertThat(world.titles("tags/rust/atom.xml")).containsExactly("hello");
        assertThat(world.feedFiles().keySet())
                .containsExactly(
                        "atom.xml",
                        "feed.json",
                        "feeds.opml",
                        "rss.xml",
                        "tags/java/atom.xml",
                        "tags/java/feed.json",
                        "tags/java/rss.xml",
                        "tags/rust/atom.xml",
                        "tags/rust/feed.json",
                        "tags/rust/rss.xml");
    }

    @Test
    void an_edit_changes_the_feeds_of_the_posts_tags_and_no_others() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02", "java");
        world.refresh();
        var other = world.document("tags/java/atom.xml");

        world.post("one", "2026-01-01", "Another text.", new String[] {"rust"});
        var result = world.refresh();

        assertThat(result.changed()).isEqualTo(6);
        assertThat(world.text("atom.xml")).contains("Another text.");
        assertThat(world.text("tags/rust/rss.xml")).contains("Another text.");
        assertThat(world.document("tags/java/atom.xml")).isSameAs(other);
    }

    @Test
    void a_touch_changes_nothing() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        var before = world.published.current();

        world.post("one", "2026-01-01", "rust");
        var result = world.refresh();

        assertThat(result.changed()).isZero();
        assertThat(world.published.current()).isSameAs(before);
    }

    @Test
    void a_deleted_post_disappears_and_its_last_tag_keeps_an_empty_feed() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02");
        world.refresh();

        world.delete("content/one.md");
        world.refresh();

        assertThat(world.titles("atom.xml")).containsExactly("two");
        assertThat(world.titles("tags/rust/atom.xml")).isEmpty();
        assertThat(world.text("tags/rust/atom.xml")).contains("<title type=\"text\">Example - rust</title>");
        assertThat(world.updated("tags/rust/atom.xml")).isEqualTo(world.clock.instant());
    }

    @Test
    void a_renamed_post_is_published_with_its_new_url() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.move("content/one.md", "content/uno.md");
        world.refresh();

        assertThat(world.text("atom.xml"))
                .contains("<id>https://example.org/uno/</id>")
                .doesNotContain("<id>https://example.org/one/</id>");
    }

    @Test
    void a_folder_of_posts_appears_and_disappears() {
        world.post("folder/one", "2026-01-01");
        world.post("folder/two", "2026-01-02");
        world.refresh();
        assertThat(world.titles("atom.xml")).containsExactly("folder/two", "folder/one");

        world.move("content/folder", "elsewhere");
        world.refresh();

        assertThat(world.titles("atom.xml")).isEmpty();
    }

    @Test
    void a_changed_configuration_takes_effect_without_a_restart() {
        world.post("one", "2026-01-01");
        world.refresh();

        world.write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"New name\"\n");
        world.refresh();

        assertThat(world.text("atom.xml")).contains("<title type=\"text\">New name</title>");
    }

    @Test
    void two_writes_within_one_tick_of_the_disks_clock_are_both_seen() {
        world.post("one", "2026-01-01", "First.", new String[0]);
        world.refresher.refresh(world.clock.instant());

        world.post("one", "2026-01-01", "Then..", new String[0]);
        world.refresh();

        assertThat(world.text("atom.xml")).contains("Then..");
    }

    @Test
    void the_list_of_feeds_names_the_current_feeds() {
        world.post("one", "2026-01-01", "rust");
        world.post("two", "2026-01-02");
        world.refresh();
        assertThat(ReadOutline.of(world.text("feeds.opml")).urls())
                .containsExactly("https://example.org/atom.xml", "https://example.org/tags/rust/atom.xml");

        world.delete("content/one.md");
        world.refresh();

        assertThat(ReadOutline.of(world.text("feeds.opml")).urls()).containsExactly("https://example.org/atom.xml");
        assertThat(world.text("feeds.opml"))
                .contains("<dateModified>" + PageDate.of(world.clock.instant()).rss());
        assertThat(world.titles("tags/rust/atom.xml")).isEmpty();
    }

    @Test
    void the_list_of_feeds_is_unchanged_while_the_feeds_are_the_same() {
        world.post("one", "2026-01-01", "rust");
        world.refresh();
        var list = world.document("feeds.opml");

        world.post("two", "2026-01-02", "rust");
        var result = world.refresh();

        assertThat(result.changed()).isEqualTo(6);
        assertThat(world.document("feeds.opml")).isEqualTo(list);
    }

    @Test
    void a_delta_of_a_complete_feed_is_not_marked_as_complete() {
        world.post("one", "2026-01-01");
        world.refresh();
        var before = Stream.of("atom.xml", "rss.xml").map(world::document).toList();
        world.post("two", "2026-01-02");
        world.refresh();

        assertThat(before).allSatisfy(old -> {
            var now = world.document(old.path());
            var part = now.since(old.digest()).orElseThrow().toString();
            assertThat(world.text(old.path())).contains("<fh:complete");
            assertThat(part).contains("two").doesNotContain("one").doesNotContain("complete");
        });
    }

    @Test
    void the_list_of_feeds_is_no_alternate_form_of_the_home_page() {
        world.post("one", "2026-01-01");
        world.refresh();

        assertThat(world.document("feeds.opml").feed().page()).isEmpty();
        assertThat(world.document("feeds.opml").mediaType()).isEqualTo("text/x-opml; charset=utf-8");
        assertThat(world.document("feeds.opml").entries()).isEmpty();
        assertThat(world.document("feed.json").feed().page()).contains("https://example.org/");
        assertThat(world.document("feed.json").mediaType()).isEqualTo("application/feed+json");
        assertThat(world.document("feed.json").entries()).isEmpty();
    }

    @Test
    void a_feed_without_posts_names_the_icon_and_the_hub() {
        world.write("feedside.toml", "hub = 'https://hub.example.org/'\nicon = '/icon.png'\n");
        world.restart();
        world.post("one", "2026-01-01", "java");
        world.refresh();
        world.post("one", "2026-01-01");
        world.refresh();

        assertThat(world.titles("tags/java/atom.xml")).isEmpty();
        assertThat(world.text("tags/java/atom.xml"))
                .contains("href=\"https://hub.example.org/\"")
                .contains("<icon>https://example.org/icon.png</icon>");
    }

    @Test
    void a_link_to_a_page_follows_when_the_page_moves() {
        world.post("one", "2026-01-01", "See [two](@/two.md).", new String[0]);
        world.post("two", "2026-01-02");
        world.refresh();
        assertThat(world.text("atom.xml")).contains("https://example.org/two/\"");

        world.write("content/two.md", "+++\ntitle = \"two\"\ndate = 2026-01-02\nslug = \"zwei\"\n+++\nText.\n");
        world.refresh();

        assertThat(world.text("atom.xml")).contains("https://example.org/zwei/\"");
    }
}
