package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The enclosure that the front matter of a post names, in feeds and diagnostics. */
class EnclosuresTest {
    private static final String FOLDER = "[site]\nbase_url = 'https://example.org'\ntitle = 'Site'\n";

    @ParameterizedTest
    @RowSource("enclosures")
    void an_entry_has_the_enclosure_of_its_post(Rows.Row row) {
        var site = TestSite.empty()
                .file("zola.toml", "base_url = '%s'\ntitle = 'Site'\n".formatted(row.text(0)))
                .page(row.text(1), "date = 2025-01-15", "extra.enclosure = " + row.text(2));
        row.optional(3).ifPresent(file -> site.file(name(file), new byte[length(file)]));

        var read = site.read();

        assertThat(read.messages()).isEmpty();
        assertThat(enclosure(read)).contains(new Enclosure(row.text(4), Long.parseLong(row.text(5)), row.text(6)));
    }

    private static String name(String file) {
        return file.substring(0, file.lastIndexOf(':'));
    }

    private static int length(String file) {
        return Integer.parseInt(file.substring(file.lastIndexOf(':') + 1));
    }

    private static Optional<Enclosure> enclosure(TestSite.Result read) {
        return read.feed("atom.xml").entries().get(0).enclosure();
    }

    @Test
    void every_format_has_the_enclosure() {
        var read = TestSite.configured()
                .page("a.md", "date = 2025-01-15", "extra.enclosure = '/1.mp3'")
                .file("static/1.mp3", "12345")
                .read();

        assertThat(read.text("atom.xml"))
                .contains("rel=\"enclosure\" type=\"audio/mpeg\" href=\"https://example.org/1.mp3\" length=\"5\"");
        assertThat(read.text("rss.xml"))
                .contains("<enclosure url=\"https://example.org/1.mp3\" length=\"5\" type=\"audio/mpeg\" />");
        assertThat(read.text("feed.json")).contains("\"size_in_bytes\": 5");
    }

    @Test
    void a_post_without_the_key_has_no_enclosure() {
        var read = TestSite.configured().page("a.md", "date = 2025-01-15").read();

        assertThat(enclosure(read)).isEmpty();
    }

    @Test
    void a_missing_file_is_reported_at_its_place() {
        var read = TestSite.configured()
                .page("a.md", "date = 2025-01-15", "extra.enclosure = '/audio/1.mp3'")
                .page("b/index.md", "date = 2025-01-15", "[extra.enclosure]", "url = '2.mp3'")
                .file("content/1.mp3", "beside the other post")
                .file("audio/1.mp3", "which Zola does not copy")
                .read();

        assertThat(read.messages())
                .containsExactly(
                        "content/a.md:3:1: warning: there is no file `audio/1.mp3` in `static`: put it there, or write its `length` in bytes; until then the length is 0",
                        "content/b/index.md:4:1: warning: there is no file `2.mp3` beside the post: put it there, or write its `length` in bytes; until then the length is 0");
        assertThat(enclosure(read)).contains(new Enclosure("https://example.org/audio/1.mp3", 0, "audio/mpeg"));
    }

    @Test
    void a_folder_is_not_an_enclosure() {
        var read = TestSite.configured()
                .page("a.md", "date = 2025-01-15", "extra.enclosure = '/1.zip'")
                .file("static/1.zip/x", "")
                .read();

        assertThat(read.messages())
                .containsExactly(
                        "content/a.md:3:1: warning: there is no file `1.zip` in `static`: put it there, or write its `length` in bytes; until then the length is 0");
    }

    @Test
    void zola_publishes_files_only_in_the_folder_of_a_post() {
        var read = TestSite.configured()
                .page("blog/a.md", "date = 2025-01-15", "extra.enclosure = '1.mp3'")
                .file("content/blog/1.mp3", "12345")
                .read();

        assertThat(read.messages())
                .containsExactly(
                        "content/blog/a.md:3:1: warning: Zola publishes files beside a post only if the post has its own folder: rename it to a/index.md with the file in the same folder, or put the file in `static` and write its path, as in /audio/1.mp3");
        assertThat(enclosure(read)).contains(new Enclosure("https://example.org/blog/a/1.mp3", 5, "audio/mpeg"));
    }

    @Test
    void each_translation_has_the_files_of_its_folder() {
        var read = TestSite.configured("[languages.fr]", "generate_feeds = true")
                .page("a/index.fr.md", "date = 2025-01-15", "extra.enclosure = '1.mp3'")
                .file("content/a/1.mp3", "12345")
                .read();

        assertThat(read.messages()).isEmpty();
        assertThat(read.feed("fr/atom.xml").entries().get(0).enclosure())
                .contains(new Enclosure("https://example.org/fr/a/1.mp3", 5, "audio/mpeg"));
    }

    @Test
    void other_generators_have_files_in_static_or_in_the_folder_of_the_site() {
        var site = TestSite.empty()
                .file("feedside.toml", FOLDER)
                .file("posts/a.md", "---\ndate: 2025-01-15\nenclosure: /audio/1.mp3\n---\n");

        assertThat(site.read().messages())
                .containsExactly(
                        "posts/a.md:3:1: warning: there is no file `audio/1.mp3` in `static` or the site's folder: put it there, or write its `length` in bytes; until then the length is 0");
        var inFolder = site.file("audio/1.mp3", "12345").read();
        assertThat(inFolder.messages()).isEmpty();
        assertThat(enclosure(inFolder)).contains(new Enclosure("https://example.org/audio/1.mp3", 5, "audio/mpeg"));
        var inStatic = site.file("static/audio/1.mp3", "1234567").read();
        assertThat(enclosure(inStatic)).contains(new Enclosure("https://example.org/audio/1.mp3", 7, "audio/mpeg"));
    }

    @Test
    void a_file_next_to_a_page_with_an_html_path_is_in_its_folder() {
        var read = TestSite.empty()
                .file("feedside.toml", FOLDER)
                .file("_posts/2025-01-15-a.md", "---\nenclosure: 1.mp3\n---\n")
                .file("_posts/1.mp3", "12345")
                .read();

        assertThat(read.messages()).isEmpty();
        assertThat(read.feed("atom.xml").entries().get(0).link()).isEqualTo("https://example.org/2025/01/15/a.html");
        assertThat(enclosure(read)).contains(new Enclosure("https://example.org/2025/01/15/1.mp3", 5, "audio/mpeg"));
    }

    @Test
    void a_post_with_a_broken_enclosure_is_left_out() {
        var read = TestSite.configured()
                .page("a.md", "date = 2025-01-15", "extra.enclosure = '/1.bin'")
                .page("b.md", "date = 2025-01-15")
                .read();

        assertThat(read.slugs("atom.xml")).containsExactly("b");
        assertThat(read.messages()).singleElement().asString().startsWith("content/a.md:3:1: error: ");
    }
}
