package org.feedside.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.config.SiteConfigReader;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Sections 1, 5 and 6 of the rules: which files are pages, and what their paths are. */
class PathsTest {
    private static final String DATED = "date = 2025-01-15";

    @ParameterizedTest
    @RowSource("1-files")
    void the_name_decides_whether_a_file_is_a_page(Rows.Row row) {
        var front = row.text(0).endsWith("_index.md") ? "title = 'x'" : DATED;
        var result = TestSite.configured().page(row.text(0), front).read();

        assertThat(posts(result))
                .extracting(Post::path)
                .isEqualTo(row.optional(1).stream().toList());
    }

    @ParameterizedTest
    @RowSource("1-ignored-content")
    void ignored_content_is_matched_by_its_whole_path(Rows.Row row) {
        var globs = row.words(0).stream().map(glob -> "'" + glob + "'").collect(Collectors.joining(", "));
        var result = TestSite.configured("ignored_content = [" + globs + "]")
                .page(row.text(1), DATED)
                .read();

        assertThat(posts(result)).hasSize(row.text(2).equals("ignored") ? 0 : 1);
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void ignored_files_may_be_broken() {
        var result = TestSite.configured("ignored_content = ['*/README.md', '*/drafts/*']")
                .file("content/README.md", "no front matter")
                .file("content/drafts/a.md", "+++\ntitle = 1\n+++\n")
                .page("a.md", DATED)
                .read();

        assertThat(result.messages()).isEmpty();
        assertThat(posts(result)).hasSize(1);
    }

    @Test
    void an_ignored_folder_is_no_section_but_its_pages_are_published() {
        var result = TestSite.configured("ignored_content = ['*/content/blog']")
                .page("blog/_index.md", "generate_feeds = true")
                .page("blog/a.md", DATED)
                .read();

        assertThat(result.paths()).containsExactly("atom.xml", "rss.xml", "feed.json");
        assertThat(result.slugs("atom.xml")).containsExactly("a");
    }

    @Test
    void a_glob_that_matches_only_the_file_of_a_section_has_no_effect() {
        var result = TestSite.configured("ignored_content = ['*/_index.md']")
                .page("blog/_index.md", "generate_feeds = true")
                .page("blog/a.md", DATED)
                .read();

        assertThat(result.slugs("blog/atom.xml")).containsExactly("a");
    }

    @ParameterizedTest
    @RowSource("5-paths")
    void a_page_has_the_path_that_zola_gives_it(Rows.Row row) {
        var result = TestSite.configured(row.text(2))
                .page(row.text(0), row.text(1), DATED)
                .read();

        assertThat(result.messages()).isEmpty();
        assertThat(posts(result)).extracting(Post::path).containsExactly(row.text(3));
        assertThat(posts(result)).extracting(Post::permalink).containsExactly(TestSite.BASE_URL + row.text(3));
    }

    @ParameterizedTest
    @RowSource("5-permalinks")
    void a_permalink_is_base_url_and_path_concatenated(Rows.Row row) {
        var names = row.words(1).stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        var config = SiteConfigReader.read(
                        "zola.toml",
                        "base_url = '%s'\nfeed_filenames = [%s]".formatted(row.text(0), names),
                        Optional.empty())
                .value()
                .orElseThrow();

        assertThat(config.permalink(row.text(2))).isEqualTo(row.text(3));
    }

    @ParameterizedTest
    @RowSource("6-languages")
    void the_file_name_decides_the_language(Rows.Row row) {
        var languages = row.optional(1).map("[languages.%s]"::formatted).orElse("");
        var result = TestSite.configured(languages).page(row.text(0), DATED).read();

        if (row.text(2).isEmpty()) {
            assertThat(posts(result)).isEmpty();
            assertThat(result.messages()).containsExactly("content/" + row.text(3));
        } else {
            assertThat(posts(result)).extracting(p -> p.language().code()).containsExactly(row.text(2));
            assertThat(posts(result)).extracting(Post::path).containsExactly(row.text(3));
        }
    }

    @Test
    void the_second_page_with_the_same_path_is_an_error() {
        var result = TestSite.configured()
                .page("a.md", DATED)
                .page("b.md", DATED, "slug = 'a'")
                .read();

        assertThat(result.messages())
                .containsExactly(
                        "content/b.md:1:1: error: the path /a/ is already taken by content/a.md: give one of them another slug");
        assertThat(posts(result)).extracting(p -> p.page().path().path()).containsExactly("a.md");
    }

    @Test
    void a_page_that_is_not_rendered_takes_no_path() {
        var result = TestSite.configured()
                .page("a.md", DATED, "render = false")
                .page("b.md", DATED, "slug = 'a'")
                .page("c.md", DATED, "slug = 'a'")
                .read();

        assertThat(result.messages())
                .containsExactly(
                        "content/c.md:1:1: error: the path /a/ is already taken by content/b.md: give one of them another slug");
        assertThat(posts(result)).extracting(p -> p.page().path().path()).containsExactly("b.md");
    }

    @Test
    void an_index_page_in_a_section_is_an_error() {
        var result = TestSite.configured()
                .page("blog/_index.md", "title = 'Blog'")
                .page("blog/index.md", DATED)
                .page("index.md", DATED)
                .read();

        assertThat(posts(result)).isEmpty();
        assertThat(result.messages())
                .containsExactly(
                        "content/blog/index.md:1:1: error: a folder cannot be both a section and the page index.md: give the page another name",
                        "content/index.md:1:1: error: a folder cannot be both a section and the page index.md: give the page another name");
    }

    private static List<Post> posts(TestSite.Result result) {
        return result.site().collections().stream()
                .filter(PostCollection.OfLanguage.class::isInstance)
                .flatMap(all -> all.posts().stream())
                .toList();
    }
}
