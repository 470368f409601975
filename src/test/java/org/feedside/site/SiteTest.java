package org.feedside.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Sections 0, 1 and 8 of the rules: which posts are in which feed, in which order, at which instant. */
class SiteTest {
    @ParameterizedTest
    @RowSource("0-membership")
    void front_matter_decides_whether_a_page_is_in_the_feed(Rows.Row row) {
        var result = TestSite.configured().page(row.text(0), row.text(1)).read();

        assertThat(result.messages()).isEmpty();
        assertThat(result.slugs("atom.xml")).hasSize(row.text(2).equals("in") ? 1 : 0);
    }

    @ParameterizedTest
    @RowSource("0-order")
    void posts_are_ordered_newest_first_then_by_permalink(Rows.Row row) {
        var site = TestSite.configured();
        for (var post : row.words(0)) {
            site.page(post.substring(0, post.indexOf('=')) + ".md", "date = " + post.substring(post.indexOf('=') + 1));
        }

        assertThat(site.read().slugs("atom.xml")).isEqualTo(row.words(1));
    }

    @ParameterizedTest
    @RowSource("1-sort-by")
    void a_section_drops_pages_without_the_key_it_sorts_by(Rows.Row row) {
        var result = TestSite.configured()
                .page("blog/_index.md", "generate_feeds = true", row.text(0))
                .page("blog/a.md", "date = 2025-01-15", row.text(1))
                .read();

        assertThat(result.slugs("blog/atom.xml")).hasSize(row.text(2).equals("in") ? 1 : 0);
        assertThat(result.slugs("atom.xml")).hasSize(1);
    }

    @ParameterizedTest
    @RowSource("8-terms")
    void terms_are_merged_by_their_slugs(Rows.Row row) {
        var site = TestSite.configured("taxonomies = [{ name = 'tags' }]", row.text(0));
        var i = 0;
        for (var terms : row.text(1).split(";", -1)) {
            site.page("p" + ++i + ".md", "date = 2025-01-15", "taxonomies.tags = [" + terms + "]");
        }

        assertThat(names(site.read().site())).isEqualTo(row.text(2));
    }

    private static String names(Site site) {
        Map<String, String> names = new TreeMap<>(Comparator.naturalOrder());
        for (var posts : site.collections()) {
            if (posts instanceof PostCollection.OfTerm term) {
                var slugs = term.posts().stream().map(Post::path).toList();
                names.put(term.path(), term.term().name() + String.join("", slugs));
            }
        }
        return names.toString();
    }

    @Test
    void only_transparent_sections_pass_their_pages_to_the_parent() {
        var result = TestSite.configured()
                .page("_index.md", "generate_feeds = true")
                .page("a/_index.md", "generate_feeds = true")
                .page("a/b/_index.md", "generate_feeds = true", "transparent = true")
                .page("a/b/c/_index.md", "generate_feeds = true", "transparent = true")
                .page("a/a.md", "date = 2025-01-01")
                .page("a/b/b.md", "date = 2025-01-02")
                .page("a/b/c/c.md", "date = 2025-01-03")
                .read();

        assertThat(sections(result.site()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/", List.of(),
                        "/a/", List.of("/a/b/c/c/", "/a/b/b/", "/a/a/"),
                        "/a/b/", List.of("/a/b/c/c/", "/a/b/b/"),
                        "/a/b/c/", List.of("/a/b/c/c/")));
    }

    @Test
    void a_page_is_in_the_parent_section_even_if_its_own_section_drops_it() {
        var result = TestSite.configured()
                .page("a/_index.md", "generate_feeds = true")
                .page("a/b/_index.md", "generate_feeds = true", "transparent = true", "sort_by = 'weight'")
                .page("a/b/b.md", "date = 2025-01-02")
                .read();

        assertThat(sections(result.site()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("/a/", List.of("/a/b/b/"), "/a/b/", List.of()));
    }

    @Test
    void a_page_in_a_folder_without_a_section_is_in_no_section() {
        var result = TestSite.configured("taxonomies = [{ name = 'tags' }]")
                .page("_index.md", "generate_feeds = true", "transparent = true")
                .page("a/_index.md", "generate_feeds = true", "transparent = true")
                .page("a/b/orphan.md", "date = 2025-01-02", "taxonomies.tags = ['x']")
                .read();

        assertThat(sections(result.site()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("/", List.of(), "/a/", List.of()));
        assertThat(result.slugs("atom.xml")).containsExactly("orphan");
        assertThat(result.slugs("tags/x/atom.xml")).containsExactly("orphan");
    }

    @Test
    void the_page_of_a_folder_belongs_to_the_section_above_it() {
        var result = TestSite.configured()
                .page("a/_index.md", "generate_feeds = true")
                .page("a/post/index.md", "date = 2025-01-02")
                .read();

        assertThat(sections(result.site())).containsEntry("/a/", List.of("/a/post/"));
    }

    @Test
    void a_page_belongs_to_the_section_of_its_language() {
        var result = TestSite.configured("[languages.fr]", "title = 'Le site'")
                .page("a/_index.md", "generate_feeds = true")
                .page("a/_index.fr.md", "generate_feeds = true")
                .page("a/post.md", "date = 2025-01-02")
                .page("a/post.fr.md", "date = 2025-01-02")
                .read();

        assertThat(sections(result.site()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("/a/", List.of("/a/post/"), "/fr/a/", List.of("/fr/a/post/")));
        assertThat(result.feed("atom.xml").entries()).hasSize(1);
        assertThat(result.feed("fr/atom.xml").entries()).hasSize(1);
    }

    @Test
    void a_draft_section_hides_all_pages_below_it_in_all_languages() {
        var site = TestSite.configured("[languages.fr]", "title = 'Le site'")
                .page("a/_index.md", "title = 'A'")
                .page("a/_index.fr.md", "draft = true")
                .page("a/post.md", "date = 2025-01-02")
                .page("a/b/_index.md", "title = 'B'")
                .page("a/b/post.md", "date = 2025-01-02")
                .page("ab/post.md", "date = 2025-01-02");

        assertThat(site.read().feed("atom.xml").entries())
                .extracting(e -> e.id())
                .containsExactly(TestSite.BASE_URL + "/ab/post/");
        assertThat(site.withDrafts().read().feed("atom.xml").entries()).hasSize(3);
    }

    @Test
    void the_section_file_of_an_unknown_language_is_ignored() {
        var result = TestSite.configured()
                .page("a/_index.fr.md", "draft = true", "generate_feeds = true")
                .page("a/post.md", "date = 2025-01-02")
                .read();

        assertThat(result.paths()).containsExactly("atom.xml", "rss.xml", "feed.json");
        assertThat(result.slugs("atom.xml")).containsExactly("post");
    }

    @Test
    void a_draft_and_its_terms_are_shown_only_with_drafts() {
        var site = TestSite.configured("taxonomies = [{ name = 'tags' }]")
                .page("a.md", "date = 2025-01-02", "draft = true", "taxonomies.tags = ['x']");

        assertThat(site.read().slugs("atom.xml")).isEmpty();
        assertThat(site.read().paths()).doesNotContain("tags/x/atom.xml");
        assertThat(site.withDrafts().read().slugs("tags/x/atom.xml")).containsExactly("a");
    }

    @Test
    void a_term_of_undated_pages_only_has_an_empty_feed() {
        var result = TestSite.configured("taxonomies = [{ name = 'tags' }]")
                .page("a.md", "taxonomies.tags = ['x']")
                .page("b.md", "date = 2025-01-02", "include_in_feeds = false", "taxonomies.tags = ['y']")
                .read();

        assertThat(result.slugs("tags/x/atom.xml")).isEmpty();
        assertThat(result.slugs("tags/y/atom.xml")).isEmpty();
    }

    @Test
    void a_taxonomy_that_is_not_configured_has_no_feeds_and_is_reported() {
        var result = TestSite.configured("[languages.fr]", "taxonomies = [{ name = 'themes' }]")
                .page("a.md", "date = 2025-01-02", "taxonomies.themes = ['x']")
                .page("a.fr.md", "date = 2025-01-02", "taxonomies.themes = ['x']")
                .read();

        assertThat(result.paths()).contains("fr/themes/x/atom.xml").doesNotContain("themes/x/atom.xml");
        assertThat(result.messages())
                .containsExactly(
                        "content/a.md:3:1: warning: the taxonomy `themes` is not in zola.toml, so its terms get no feeds: add it to `taxonomies`, or remove it here");
    }

    @Test
    void a_post_dated_in_the_future_is_scheduled() {
        var site = TestSite.configured()
                .page("later.md", "date = 2026-03-02T10:00:00Z")
                .page("soon.md", "date = 2026-03-01T10:00:00Z");

        var before = site.at("2026-03-01T09:59:59Z").read();
        assertThat(before.slugs("atom.xml")).isEmpty();
        assertThat(before.site().nextChange()).contains(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(before.site().scheduled())
                .extracting(w -> w.file() + " " + w.until())
                .containsExactly(
                        "/site/content/soon.md 2026-03-01T10:00:00Z", "/site/content/later.md 2026-03-02T10:00:00Z");

        var then = site.at("2026-03-01T10:00:00Z").read();
        assertThat(then.slugs("atom.xml")).containsExactly("soon");

        var after = site.at("2026-03-02T10:00:00Z").read();
        assertThat(after.slugs("atom.xml")).containsExactly("later", "soon");
        assertThat(after.site().nextChange()).isEmpty();
    }

    @Test
    void a_date_without_an_offset_is_in_the_timezone_of_the_settings() {
        var site = TestSite.configured().page("a.md", "date = 2026-03-01").at("2026-02-28T23:30:00Z");

        assertThat(site.read().slugs("atom.xml")).isEmpty();
        assertThat(site.in("Europe/Paris").read().slugs("atom.xml")).containsExactly("a");
        assertThat(site.file("feedside.toml", "timezone = 'UTC'").read().slugs("atom.xml"))
                .isEmpty();
    }

    @Test
    void the_setting_future_publishes_all_posts_at_once() {
        var result = TestSite.configured()
                .file("feedside.toml", "future = true")
                .page("a.md", "date = 2030-03-01")
                .read();

        assertThat(result.slugs("atom.xml")).containsExactly("a");
        assertThat(result.site().scheduled()).isEmpty();
    }

    @Test
    void every_page_and_section_has_a_permalink() {
        var result = TestSite.configured("[languages.fr]", "title = 'Le site'")
                .page("_index.md")
                .page("blog/_index.md")
                .page("blog/_index.fr.md")
                .page("blog/a.md")
                .page("blog/a.fr.md", "slug = 'b'")
                .page("blog/draft.md", "draft = true")
                .read();

        assertThat(result.site().permalinks())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "_index.md", "https://example.org/",
                        "blog/_index.md", "https://example.org/blog/",
                        "blog/_index.fr.md", "https://example.org/fr/blog/",
                        "blog/a.md", "https://example.org/blog/a/",
                        "blog/a.fr.md", "https://example.org/fr/blog/b/"));
    }

    private static Map<String, List<String>> sections(Site site) {
        var sections = new TreeMap<String, List<String>>();
        for (var posts : site.collections()) {
            if (posts instanceof PostCollection.OfSection section) {
                sections.put(
                        section.path(), section.posts().stream().map(Post::path).toList());
            }
        }
        return sections;
    }
}
