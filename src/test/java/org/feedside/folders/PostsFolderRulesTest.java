package org.feedside.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The rules for folders of posts of Hugo, Jekyll and Eleventy, from files to feeds. */
class PostsFolderRulesTest {
    @ParameterizedTest
    @RowSource("folders-paths")
    void a_post_has_the_path_that_its_generator_gives_it(Rows.Row row) {
        var site = site(row.text(2)).file(row.text(0), post(row.text(1)));

        var result = site.read();

        assertThat(result.messages()).isEmpty();
        assertThat(result.feed("atom.xml").entries())
                .extracting(entry -> entry.id())
                .containsExactly(TestSite.BASE_URL + row.text(3));
    }

    @ParameterizedTest
    @RowSource("folders-dates")
    void a_date_is_read_as_its_generator_does(Rows.Row row) {
        var post = post("date: " + row.text(0));

        assertThat(published(site("").file("a.md", post))).isEqualTo(row.text(1));
        assertThat(published(inParis().file("a.md", post))).isEqualTo(row.text(2));
        assertThat(published(inParis().file("_posts/2000-01-01-a.md", post))).isEqualTo(row.text(3));
    }

    private static String published(TestSite site) {
        return site.read().feed("atom.xml").entries().get(0).published().atom();
    }

    @ParameterizedTest
    @RowSource("folders-settings")
    void a_wrong_or_missing_setting_is_reported_with_the_key_to_write(Rows.Row row) {
        var site = TestSite.empty().file("about.md", "Nothing else.\n");
        row.optional(0).ifPresent(text -> site.file("feedside.toml", text));
        row.optional(1).ifPresent(text -> site.file("config.toml", text));

        assertThat(site.read().messages()).isEqualTo(row.optional(2).stream().toList());
    }

    @Test
    void a_post_is_removed_at_its_expiry_date() {
        var site = site("").file("a.md", post("date: 2024-01-01\nexpiryDate: 2025-01-01 12:00:00 +0000"));

        var before = site.at("2025-01-01T11:59:59Z").read();
        var after = site.at("2025-01-01T12:00:00Z").read();

        assertThat(before.slugs("atom.xml")).containsExactly("a");
        assertThat(before.site().nextChange()).contains(Instant.parse("2025-01-01T12:00:00Z"));
        assertThat(after.feed("atom.xml").entries()).isEmpty();
        assertThat(after.site().nextChange()).isEmpty();
    }

    @Test
    void a_post_is_published_at_its_publish_date_whatever_its_date() {
        var site = site("").file("early.md", post("date: 2030-01-01\npublishDate: 2024-01-01"))
                .file("late.md", post("date: 2024-01-01\npublishDate: 2030-01-01"));

        var result = site.at("2025-01-01T00:00:00Z").read();

        assertThat(result.slugs("atom.xml")).containsExactly("early");
        assertThat(result.site().nextChange()).contains(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void posts_are_read_from_the_folder_content_if_it_exists() {
        var site = site("").file("README.md", post("date: 2024-01-01"))
                .file("content/posts/a.md", post("date: 2024-01-01"));

        assertThat(ids(site)).containsExactly(TestSite.BASE_URL + "/posts/a/");
    }

    @Test
    void folders_of_generators_and_tools_are_skipped() {
        var post = post("date: 2024-01-01");
        var site = site("");
        for (var folder : List.of(".git", "node_modules", "x/node_modules", "_site", "_includes", "x/_layouts")) {
            site.file(folder + "/a.md", post);
        }
        for (var folder : List.of("public", "feeds", "vendor", "themes")) {
            site.file(folder + "/b.md", post).file("x/" + folder + "/c.md", post);
        }

        assertThat(ids(site))
                .containsExactly(
                        TestSite.BASE_URL + "/x/feeds/c/",
                        TestSite.BASE_URL + "/x/public/c/",
                        TestSite.BASE_URL + "/x/themes/c/",
                        TestSite.BASE_URL + "/x/vendor/c/");
    }

    @Test
    void a_section_has_the_posts_of_the_folders_below_that_are_not_sections() {
        var site = site("section_feeds = true", "")
                .file("posts/_index.md", "---\ntitle: Posts\n---\n")
                .file("posts/a.md", post("date: 2024-01-02"))
                .file("posts/2024/b.md", post("date: 2024-01-01"))
                .file("other/c.md", post("date: 2024-01-01"));

        assertThat(site.read().slugs("posts/atom.xml")).containsExactly("a", "b");
    }

    @Test
    void a_path_can_contain_a_slice_of_the_sections() {
        var site = site("permalink = '/:sections[1:]/:sections[last]/:contentbasename/'")
                .file("a/b/_index.md", "---\ntitle: B\n---\n")
                .file("a/b/c.md", post("date: 2024-01-02"));

        assertThat(ids(site)).containsExactly(TestSite.BASE_URL + "/b/b/c/");
    }

    @Test
    void a_url_on_another_site_is_an_error() {
        var site = site("").file("a.md", post("date: 2024-01-01\nurl: https://elsewhere.example/a/"));

        assertThat(site.read().messages())
                .containsExactly(
                        "a.md:1:1: error: the URL https://elsewhere.example/a/ of the page is not below base_url: write a path, as in url: /about/");
    }

    private static List<String> ids(TestSite site) {
        return site.read().feed("atom.xml").entries().stream()
                .map(entry -> entry.id())
                .toList();
    }

    private static String post(String frontMatter) {
        return "---\n" + frontMatter + "\n---\nText.\n";
    }

    private static TestSite inParis() {
        return site("timezone = 'Europe/Paris'", "");
    }

    private static TestSite site(String lines) {
        return site("", lines);
    }

    private static TestSite site(String service, String lines) {
        var text = "%s\n[site]\nbase_url = '%s'\ntitle = 'Site'\n%s\n".formatted(service, TestSite.BASE_URL, lines);
        return TestSite.empty().file("feedside.toml", text);
    }
}
