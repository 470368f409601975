package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The pictures of entries, and entries with summaries. */
class EntryPicturesTest {
    private static final List<String> XML = List.of("atom.xml", "rss.xml");
    private static final String THUMBNAIL = "<media:thumbnail url=\"https://example.org/p.jpg\" />";
    private static final String IMAGE = "\"image\": \"https://example.org/p.jpg\"";

    @ParameterizedTest
    @RowSource("pictures")
    void an_entry_has_the_picture_that_front_matter_names(Rows.Row row) {
        var isZola = row.text(0).equals("zola");
        var site = isZola
                ? TestSite.configured().file(row.text(1), "+++\ndate = 2025-01-15\n" + row.text(2) + "\n+++\nText.\n")
                : TestSite.empty()
                        .file(
                                "feedside.toml",
                                "[site]\nbase_url = 'https://example.org'\ntitle = 'Site'\ngenerator = '%s'\n"
                                        .formatted(row.text(0)))
                        .file(row.text(1), "---\ndate: 2025-01-15\n" + row.text(2) + "\n---\nText.\n");
        row.optional(3).ifPresent(file -> site.file(file, "a picture"));

        var read = site.read();

        assertThat(read.messages()).isEmpty();
        assertThat(entry(read).picture()).isEqualTo(row.optional(4));
    }

    @ParameterizedTest
    @RowSource("first-pictures")
    void an_entry_has_the_first_picture_of_its_text(Rows.Row row) {
        assertThat(entry(site("", "", row.text(0)).read()).picture()).isEqualTo(row.optional(1));
    }

    private static Entry entry(TestSite.Result read) {
        return read.feed("atom.xml").entries().get(0);
    }

    private static TestSite site(String settings, String frontMatter, String text) {
        return TestSite.configured("feed_filenames = ['atom.xml', 'rss.xml']")
                .file("feedside.toml", settings)
                .file("content/a.md", "+++\ntitle = 'A'\ndate = 2025-01-15\n" + frontMatter + "\n+++\n" + text);
    }

    @Test
    void the_setting_decides_where_a_picture_is_taken_from() {
        var both = "extra.image = '/p.jpg'";
        var text = "![A](/first.jpg)";

        assertThat(entry(site("", both, text).read()).picture()).contains("https://example.org/p.jpg");
        assertThat(entry(site("picture = 'front-matter'", both, text).read()).picture())
                .contains("https://example.org/p.jpg");
        assertThat(entry(site("picture = 'front-matter'", "", text).read()).picture())
                .isEmpty();
        var none = site("picture = 'none'", both, text).read();
        assertThat(entry(none).picture()).isEmpty();
        XML.forEach(feed -> assertThat(none.text(feed)).doesNotContain("media:"));
        assertThat(none.text("feed.json")).doesNotContain("\"image\"");
    }

    @Test
    void an_address_that_cannot_be_resolved_is_left_out_with_a_warning() {
        for (var address : List.of("../p.jpg", "ftp://example.org/p.jpg", "//example.org/p.jpg")) {
            var read = site("", "extra.image = '" + address + "'", "Text.").read();

            assertThat(read.messages())
                    .singleElement()
                    .asString()
                    .startsWith("content/a.md:4:1: warning: the picture in `image` is left out, because its address ");
            assertThat(entry(read).picture()).isEmpty();
        }
    }

    @Test
    void every_format_has_a_picture_that_the_text_does_not_show() {
        var read = site("", "extra.image = '/p.jpg'", "![A](/other.jpg)").read();

        XML.forEach(feed -> assertThat(read.text(feed)).containsOnlyOnce(THUMBNAIL));
        assertThat(read.text("feed.json")).contains(IMAGE);
    }

    /** Miniflux and RSS Guard show a thumbnail in addition to the text. */
    @Test
    void a_picture_that_the_text_shows_is_not_repeated() {
        for (var frontMatter : List.of("", "extra.image = '/p.jpg'")) {
            var read = site("", frontMatter, "![A](/p.jpg)").read();

            XML.forEach(feed -> assertThat(read.text(feed)).doesNotContain("media:"));
            // JSON Feed 1.1: the image may be in the content too, which tells that it is the main one.
            assertThat(read.text("feed.json")).contains(IMAGE);
        }
        var longer = site("", "extra.image = '/p.jpg?a=[1]&b=2'", "![A](/p.jpg?a=[1]&b=2)")
                .read();
        assertThat(entry(longer).picture()).contains("https://example.org/p.jpg?a=%5B1%5D&b=2");
        assertThat(entry(longer).thumbnail()).isEmpty();
    }

    @Test
    void an_enclosure_is_not_repeated_as_a_picture_and_stays() {
        var picture = site("", "extra = { enclosure = '/p.jpg', image = '/p.jpg' }", "Text.")
                .file("static/p.jpg", "12345")
                .read();
        var episode = site("", "extra = { enclosure = '/1.mp3', image = '/p.jpg' }", "Text.")
                .file("static/1.mp3", "12345")
                .read();

        assertThat(entry(picture).thumbnail()).isEmpty();
        XML.forEach(feed -> assertThat(episode.text(feed)).contains(THUMBNAIL).contains("https://example.org/1.mp3"));
    }

    @Test
    void summaries_take_the_place_of_full_texts() {
        var read =
                site("entries = 'summary'", "", "One.\n<!-- more -->\nTwo.\n").read();

        assertThat(read.text("atom.xml"))
                .contains("<summary type=\"html\">&lt;p&gt;One.&lt;/p&gt;</summary>")
                .doesNotContain("<content");
        assertThat(read.text("rss.xml"))
                .contains("<description>&lt;p&gt;One.&lt;/p&gt;</description>")
                .doesNotContain("content:encoded");
        assertThat(read.text("feed.json")).contains("\"content_html\": \"<p>One.</p>\"");
        read.documents()
                .forEach((path, bytes) -> assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                        .as(path)
                        .doesNotContain("Two."));
    }

    @Test
    void a_summary_is_the_part_before_the_mark_the_description_or_the_beginning() {
        var description = "description = 'About <it>'";
        var marked = "One.\n<!-- more -->\nTwo.\n";

        assertThat(summary(description, marked)).isEqualTo("<p>One.</p>");
        assertThat(summary(description, "Two.")).isEqualTo("About &lt;it&gt;");
        assertThat(summary("", "1 < 2 *three*")).isEqualTo("1 &lt; 2 three");
        assertThat(summary("", "word ".repeat(80))).isEqualTo("word ".repeat(48).strip() + "…");
        assertThat(summary("", "![](/p.jpg)")).isEqualTo("<p><a href=\"https://example.org/a/\">A</a></p>");
        assertThat(summary(description, "")).isEqualTo("About &lt;it&gt;");
    }

    private static String summary(String frontMatter, String text) {
        var entry = entry(site("entries = 'summary'", frontMatter, text).read());
        assertThat(entry.summary()).isEqualTo(Optional.empty());
        return entry.content();
    }

    @Test
    void a_summary_that_does_not_show_the_picture_has_a_thumbnail() {
        var read = site("entries = 'summary'", "", "One.\n<!-- more -->\n![A](/p.jpg)\n")
                .read();
        var shown = site("entries = 'summary'", "", "![A](/p.jpg)\n<!-- more -->\nTwo.\n")
                .read();

        XML.forEach(feed -> assertThat(read.text(feed)).containsOnlyOnce(THUMBNAIL));
        XML.forEach(feed -> assertThat(shown.text(feed)).doesNotContain("media:"));
    }

    @Test
    void a_named_feed_can_differ_from_the_others() {
        var feeds = "[feeds.x]\ntitle = 'X'\nrule = 'posts'\nentries = '%s'\n";
        var text = "One.\n<!-- more -->\nTwo.\n";
        var short1 = site(feeds.formatted("summary"), "", text).read();
        var long1 = site("entries = 'summary'\n" + feeds.formatted("full"), "", text)
                .read();

        assertThat(short1.text("x/atom.xml")).contains("One.").doesNotContain("Two.");
        assertThat(short1.text("atom.xml")).contains("Two.");
        assertThat(long1.text("x/atom.xml")).contains("Two.");
        assertThat(long1.text("atom.xml")).doesNotContain("Two.");
    }
}
