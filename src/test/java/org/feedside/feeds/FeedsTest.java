package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.feedside.config.ServiceConfig;
import org.feedside.content.PageDate;
import org.feedside.site.Post;
import org.feedside.testing.RecordValues;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The feeds of a site and their contents (zola.md, sections 8 and 9). */
class FeedsTest {
    private static final TestSite SITE = TestSite.configured(
                    "feed_filenames = ['atom.xml', 'rss.xml', 'feed.xml']",
                    "taxonomies = [{ name = 'tags' }]",
                    "[languages.fr]",
                    "title = 'Le site'",
                    "feed_filenames = ['nouvelles.xml']",
                    "taxonomies = [{ name = 'themes' }]")
            .page("_index.md", "title = 'Home'", "generate_feeds = true")
            .page("blog/_index.md", "title = 'The blog'", "generate_feeds = true")
            .page("blog/_index.fr.md", "title = 'Le blog'", "generate_feed = true")
            .page("notes/_index.md", "generate_rss = true")
            .page("hidden/_index.md", "title = 'Hidden'", "generate_feeds = true", "render = false")
            .page("quiet/_index.md", "title = 'Quiet'")
            .page("blog/a.md", "date = 2025-01-15", "taxonomies.tags = ['C++', 'C']")
            .page("blog/a.fr.md", "date = 2025-01-15", "taxonomies.themes = ['Été']");

    @ParameterizedTest
    @RowSource("8-feeds")
    void a_feed_has_zolas_title_id_and_page(Rows.Row row) {
        var read = SITE.read();

        var feed = read.feed(row.text(0));
        assertThat(feed.title()).isEqualTo(row.text(1));
        assertThat(feed.files())
                .filteredOn(file -> file.path().equals(row.text(0)))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.id()).isEqualTo(row.text(2));
                    assertThat(file.url()).isEqualTo(TestSite.BASE_URL + "/" + row.text(0));
                });
        assertThat(feed.page()).isEqualTo(row.text(3));
    }

    @Test
    void there_are_no_other_feeds() {
        assertThat(SITE.read().paths())
                .containsExactlyInAnyOrderElementsOf(
                        Rows.of("8-feeds").map(row -> row.text(0)).toList());
    }

    @ParameterizedTest
    @RowSource("8-templates")
    void the_template_of_the_site_decides_the_format(Rows.Row row) {
        var name = row.text(0);
        var site = TestSite.configured("theme = 'plain'", "feed_filenames = ['%s']".formatted(name));
        row.optional(1).ifPresent(text -> site.file("templates/" + name, text));
        row.optional(2).ifPresent(text -> site.file("themes/plain/templates/" + name, text));

        var files = site.read().feed(name).files();

        assertThat(files)
                .filteredOn(file -> file.path().equals(name))
                .extracting(FeedFile::format)
                .containsExactly(Format.valueOf(row.text(3)));
    }

    @Test
    void the_main_feed_replaces_that_of_the_root_section() {
        var read = TestSite.configured()
                .page("_index.md", "title = 'Home'", "generate_feeds = true")
                .page("blog/a.md", "date = 2025-01-15")
                .read();

        assertThat(read.paths()).containsExactly("atom.xml", "rss.xml", "feed.json");
        assertThat(read.feed("atom.xml").title()).isEqualTo("Site");
        assertThat(read.slugs("atom.xml")).containsExactly("a");
    }

    @Test
    void a_section_with_the_name_of_a_taxonomy_has_a_feed() {
        var read = TestSite.configured("taxonomies = [{ name = 'tags' }]")
                .page("tags/_index.md", "title = 'Tags'", "generate_feeds = true")
                .page("a.md", "date = 2025-01-15", "taxonomies.tags = ['x']")
                .read();

        assertThat(read.slugs("tags/atom.xml")).isEmpty();
        assertThat(read.slugs("tags/x/atom.xml")).containsExactly("a");
    }

    @Test
    void section_feeds_can_be_enabled_for_all_sections() {
        var site = TestSite.configured()
                .page("quiet/_index.md", "title = 'Quiet'")
                .page("quiet/a.md", "date = 2025-01-15");

        assertThat(site.read().paths()).doesNotContain("quiet/atom.xml");
        assertThat(site.file("feedside.toml", "section_feeds = true").read().slugs("quiet/atom.xml"))
                .containsExactly("a");
    }

    @Test
    void feed_limit_keeps_the_newest() {
        var site = List.of("01", "02", "03").stream()
                .reduce(
                        TestSite.configured("feed_limit = 2", "taxonomies = [{ name = 'tags' }]"),
                        (s, day) -> s.page(day + ".md", "date = 2025-01-" + day, "taxonomies.tags = ['x']"),
                        (a, b) -> a);

        assertThat(site.read().slugs("atom.xml")).containsExactly("03", "02");
        assertThat(site.read().slugs("tags/x/atom.xml")).containsExactly("03", "02");
        assertThat(site.file("feedside.toml", "limit = 1").read().slugs("atom.xml"))
                .containsExactly("03");
    }

    @Test
    void feed_limit_0_leaves_only_the_date() {
        var read = TestSite.configured("feed_limit = 0")
                .page("a.md", "date = 2025-01-15")
                .read();

        assertThat(read.slugs("atom.xml")).isEmpty();
        assertThat(read.feed("atom.xml").changed().map(PageDate::text)).contains("2025-01-15");
    }

    @Test
    void posts_beyond_the_limit_count_for_updated() {
        var read = TestSite.configured("feed_limit = 1")
                .page("a.md", "date = 2025-01-15")
                .page("b.md", "date = 2025-01-01", "updated = 2025-03-01")
                .read();

        assertThat(read.feed("atom.xml").changed().map(PageDate::text)).contains("2025-03-01");
    }

    @ParameterizedTest
    @RowSource("0-updated")
    void updated_is_the_greatest_text(Rows.Row row) {
        var site = TestSite.configured();
        var i = 0;
        for (var dates : row.words(0)) {
            var updated = dates.contains("/") ? "updated = " + dates.substring(dates.indexOf('/') + 1) : "";
            site.page("p" + ++i + ".md", "date = " + dates.replaceFirst("/.*", ""), updated);
        }

        assertThat(site.read().feed("atom.xml").changed().map(PageDate::text)).contains(row.text(1));
    }

    @Test
    void a_feed_that_never_had_a_post_has_no_date() {
        assertThat(TestSite.configured().read().feed("atom.xml").changed()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @RowSource("9-entries")
    void an_entry_has_the_data_of_its_page(Rows.Row row) {
        var date = row.text(1).contains("date = ") && !row.text(1).contains("updated") ? "" : "date = 2025-01-01\n";
        var read = TestSite.configured("author = 'Site owner'", "taxonomies = [{ name = 'tags' }]")
                .file("content/" + row.text(0), "+++\n" + date + row.text(1) + "\n+++\n" + row.text(2) + "\n")
                .read();

        var entry = read.feed("atom.xml").entries().get(0);
        assertThat(RecordValues.text(entry, row.text(3)).map(String::strip)).isEqualTo(row.optional(4));
    }

    /** C# has the slug, the page and the feed of C, but says something else. */
    @Test
    void a_category_has_the_name_that_its_post_uses() {
        var read = TestSite.configured("taxonomies = [{ name = 'tags' }]")
                .page("a.md", "date = 2025-01-01", "taxonomies.tags = ['C']")
                .page("b.md", "date = 2025-01-02", "taxonomies.tags = ['C#', 'C']")
                .read();

        assertThat(read.text("atom.xml"))
                .containsOnlyOnce("<category term=\"c\" label=\"C#\" scheme=\"https://example.org/tags/\" />")
                .containsOnlyOnce("<category term=\"c\" label=\"C\" scheme=\"https://example.org/tags/\" />");
        assertThat(read.text("rss.xml")).contains(">C#</category>");
        assertThat(read.text("feed.json").replaceAll("\\s+", "")).contains("\"tags\":[\"C#\",\"C\"]");
        assertThat(read.feed("tags/c/atom.xml").title()).isEqualTo("Site - C");
    }

    @Test
    void characters_that_xml_does_not_allow_are_removed_with_a_warning() {
        var read = TestSite.configured()
                .page("a.md", "date = 2025-01-01", "title = \"a\\u0007b\"")
                .read();

        assertThat(read.messages())
                .containsExactly(
                        "content/a.md:1:1: warning: `title` contains characters that XML does not allow, such as control characters: remove them (feeds leave them out)");
    }

    @Test
    void a_site_without_a_title_has_its_host_as_title() {
        var read = TestSite.empty()
                .file("zola.toml", "base_url = 'https://example.org/sub'")
                .read();

        assertThat(read.feed("atom.xml").title()).isEqualTo("example.org");
    }

    @Test
    void the_author_of_a_feed_is_that_of_the_site_or_its_title() {
        assertThat(TestSite.configured("author = 'a@example.org (Ann)'")
                        .read()
                        .feed("atom.xml")
                        .authors())
                .containsExactly(new Person("Ann", Optional.of("a@example.org")));
        assertThat(TestSite.configured().read().feed("atom.xml").authors())
                .containsExactly(new Person("Site", Optional.empty()));
    }

    @Test
    void the_url_of_a_feed_is_encoded_but_not_its_id() {
        var read = TestSite.configured("taxonomies = [{ name = 'tags' }]", "slugify.taxonomies = 'safe'")
                .page("a.md", "date = 2025-01-01", "taxonomies.tags = ['Open Source']")
                .read();

        assertThat(read.feed("tags/Open Source/atom.xml").files())
                .first()
                .isEqualTo(new FeedFile(
                        "tags/Open Source/atom.xml",
                        "https://example.org/tags/Open%20Source/atom.xml",
                        "https://example.org/tags/Open Source/atom.xml",
                        Format.ATOM));
        assertThat(read.text("tags/Open Source/rss.xml"))
                .contains("href=\"https://example.org/tags/Open%20Source/rss.xml\"");
    }

    @Test
    void the_feed_of_a_term_with_an_empty_slug_is_in_the_folder_of_its_taxonomy() {
        var read = TestSite.configured("taxonomies = [{ name = 'tags' }]")
                .page("a.md", "date = 2025-01-01", "taxonomies.tags = ['!!!']")
                .read();

        assertThat(read.feed("tags/atom.xml").files())
                .first()
                .isEqualTo(new FeedFile(
                        "tags/atom.xml",
                        "https://example.org/tags/atom.xml",
                        "https://example.org/tags//atom.xml",
                        Format.ATOM));
        assertThat(read.feed("tags/atom.xml").entries().get(0).categories())
                .containsExactly(new Category("https://example.org/tags/", "!!!", "!!!"));
    }

    @Test
    void a_term_that_is_not_a_safe_path_has_no_feed_and_a_warning() {
        var read = TestSite.configured("taxonomies = [{ name = 'tags' }]", "slugify.taxonomies = 'off'")
                .page("a.md", "date = 2025-01-01", "taxonomies.tags = ['../..']")
                .read();

        assertThat(read.paths()).containsExactly("atom.xml", "rss.xml", "feed.json");
        assertThat(read.messages())
                .containsExactly(
                        "zola.toml:1:1: warning: `tags/../../` is not a safe path, so it has no feed: choose another name or slug");
    }

    @Test
    void a_post_is_rendered_once_and_only_if_a_feed_shows_it() {
        var read = TestSite.configured("feed_limit = 1")
                .page("a.md", "date = 2025-01-02")
                .page("b.md", "date = 2025-01-01")
                .read();

        assertThat(FeedPlan.of(read.site(), ServiceConfig.DEFAULT).shown())
                .extracting(Post::path)
                .containsExactly("/a/");
    }

    @Test
    void a_known_post_has_the_id_and_the_dates_of_the_ids_file() {
        var read = TestSite.configured()
                .page("old.md", "title = 'Old'", "date = 2025-03-01", "updated = 2025-04-01")
                .page("new.md", "title = 'New'", "date = 2025-02-01")
                .file("feedside-ids.toml", """
                        ["old.md"]
                        id = "https://old.example.org/?p=12"
                        published = 2025-01-02T10:00:00+01:00
                        updated = 2025-03-01T00:00:00Z
                        ["new.md"]
                        id = "tag:n"
                        updated = 2025-05-01T00:00:00Z
                        """)
                .read();

        assertThat(read.messages()).isEmpty();
        assertThat(read.feed("atom.xml").entries())
                .extracting(
                        Entry::id,
                        Entry::link,
                        entry -> entry.published().atom(),
                        entry -> entry.updated().atom())
                .containsExactly(
                        tuple(
                                "tag:n",
                                "https://example.org/new/",
                                "2025-02-01T00:00:00+00:00",
                                "2025-05-01T00:00:00+00:00"),
                        tuple(
                                "https://old.example.org/?p=12",
                                "https://example.org/old/",
                                "2025-01-02T10:00:00+01:00",
                                "2025-04-01T00:00:00+00:00"));
        assertThat(read.text("rss.xml"))
                .contains("<guid isPermaLink=\"false\">https://old.example.org/?p=12</guid>")
                .contains("<pubDate>Thu, 02 Jan 2025 10:00:00 +0100</pubDate>");
    }

    @Test
    void an_unknown_post_in_the_ids_file_is_reported() {
        var read = TestSite.configured()
                .page("undated.md", "title = 'U'")
                .file("feedside-ids.toml", "[\"gone.md\"]\nid = \"g\"\n[\"undated.md\"]\nid = \"u\"\n")
                .read();

        assertThat(read.messages())
                .containsExactly(
                        "feedside-ids.toml:1:1: warning: there is no file gone.md in the content folder: if it was renamed, rename it here too, or readers see it as a new post; if it was deleted, remove it here",
                        "feedside-ids.toml:3:1: warning: undated.md has no `date`, so it is in no feed: add its date to its front matter");
    }

    @Test
    void a_post_whose_url_is_the_id_of_another_is_left_out() {
        var ids = "[\"moved.md\"]\nid = \"https://example.org/hello/\"\n";
        var site = TestSite.configured()
                .page("hello.md", "title = 'H'", "date = 2025-01-01")
                .file("feedside-ids.toml", ids);

        assertThat(site.read().slugs("atom.xml")).containsExactly("hello");

        var read = site.page("moved.md", "title = 'M'", "date = 2025-01-01").read();
        assertThat(read.feed("atom.xml").entries()).extracting(Entry::title).containsExactly("M");
        assertThat(read.messages())
                .containsExactly(
                        "content/hello.md:1:1: error: its permalink https://example.org/hello/ is the id under which moved.md was published: give this post another `id` in feedside-ids.toml");
    }
}
