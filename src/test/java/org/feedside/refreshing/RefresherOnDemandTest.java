package org.feedside.refreshing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Documents that are made on demand, and pages, follow the posts. */
class RefresherOnDemandTest {
    private final World world = new World();

    @Test
    void a_combination_follows_its_posts() {
        world.post("one", "2026-01-01", "java", "news");
        world.refresh();
        assertThat(world.found("tags/java+news/atom.xml")).contains("<title type=\"text\">one</title>");

        world.post("one", "2026-01-01", "java");
        world.post("two", "2026-01-02", "java", "news");
        world.refresh();

        assertThat(world.found("tags/java+news/atom.xml"))
                .contains("<title type=\"text\">two</title>")
                .doesNotContain("one");
    }

    @Test
    void a_combination_stays_in_memory_while_nothing_changes() {
        world.post("one", "2026-01-01", "java", "news");
        world.refresh();
        var first = world.published.current().lookUp("tags/java+news/atom.xml", "");

        world.refresh();

        var second = world.published.current().lookUp("tags/java+news/atom.xml", "");
        assertThat(second.value().orElseThrow()).isSameAs(first.value().orElseThrow());
    }

    @Test
    void a_page_shows_the_current_posts() {
        world.post("one", "2026-01-01", "java");
        world.refresh();
        assertThat(world.found("feeds/tags/java/")).contains("Posts: 1").doesNotContain("two");

        world.post("two", "2026-01-02", "java");
        world.refresh();

        assertThat(world.found("feeds/tags/java/")).contains("Posts: 2", "two");
    }

    @Test
    void a_tag_whose_last_post_was_deleted_keeps_its_page() {
        world.post("one", "2026-01-01", "java");
        world.refresh();
        world.delete("content/one.md");
        world.refresh();

        assertThat(world.found("feeds/tags/java/"))
                .contains("https://example.org/tags/java/atom.xml", "https://example.org/tags/java/feed.json")
                .contains("This feed no longer has any posts");
        assertThat(world.text("tags/java/atom.xml")).contains("https://example.org/feeds/tags/java/");
    }

    @Test
    void the_settings_move_or_disable_the_pages() {
        world.post("one", "2026-01-01", "java");
        world.refresh();
        assertThat(world.text("atom.xml")).contains("rel=\"related\"");

        world.write("feedside.toml", "pages = 'subscribe'\n");
        world.refresh();
        assertThat(world.found("subscribe/tags/java/")).contains("one");
        assertThat(world.found("feeds/tags/java/")).startsWith("nothing");
        assertThat(world.text("tags/java/rss.xml"))
                .contains("href=\"https://example.org/subscribe/tags/java/\" rel=\"related\" type=\"text/html\"");

        world.write("feedside.toml", "pages = ''\n");
        world.refresh();
        assertThat(world.found("subscribe/tags/java/")).startsWith("nothing");
        assertThat(world.text("atom.xml")).doesNotContain("rel=\"related\"");
        assertThat(world.document("atom.xml").feed().about()).isEmpty();
    }

    @Test
    void a_feed_of_the_site_takes_the_path_of_a_page() {
        world.write("content/feeds/_index.md", "+++\ntitle = \"About feeds\"\ngenerate_feeds = true\n+++\n");
        world.write("content/feeds/one.md", "+++\ntitle = \"one\"\ndate = 2026-01-01\n+++\n");
        world.refresh();

        assertThat(world.titles("feeds/atom.xml")).containsExactly("one");
        assertThat(world.found("feeds/")).contains("<title>Feeds of Example</title>", "href=\"../feeds/feeds/\"");
        assertThat(world.found("feeds/feeds/")).contains("About feeds</span></h1>");
    }

    @Test
    void an_archive_shows_posts_that_are_in_no_feed() {
        world.write("feedside.toml", "limit = 1\narchives = true\n");
        world.post("one", "2026-01-01");
        world.post("two", "2026-01-02");
        world.refresh();

        var archive = world.text("atom.xml").replaceAll("(?s).*rel=\"prev-archive\"[^>]*href=\"([^\"]*)\".*", "$1");
        archive = world.found(archive.substring("https://example.org/".length()))
                .replaceAll("(?s).*rel=\"prev-archive\"[^>]*href=\"([^\"]*)\".*", "$1");

        assertThat(world.found(archive.substring("https://example.org/".length())))
                .contains("Text of one.")
                .contains("<fh:archive")
                .contains("rel=\"current\"");
    }
}
