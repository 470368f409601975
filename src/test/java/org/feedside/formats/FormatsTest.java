package org.feedside.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Format;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.feedside.testing.TestSite;
import org.feedside.testing.ValidFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/** The elements of each format (zola.md, section 9). */
class FormatsTest {
    @ParameterizedTest
    @RowSource("9-elements")
    void an_element_is_written_in_the_syntax_of_the_format(Rows.Row row) {
        var read = TestSite.configured("default_language = 'zh_CN'", "taxonomies = [{ name = 'tags' }]")
                .page("a.md", "date = 2025-01-15", row.text(0).contains("title") ? "" : "title = 'A'", row.text(0))
                .read();

        assertThat(read.text(row.text(1)).lines()).contains(row.text(2));
    }

    /** A small feed with one addition. */
    @ParameterizedTest
    @RowSource("9-additions")
    void the_data_of_a_feed_is_written_in_the_syntax_of_the_format(Rows.Row row) {
        var feed = SmallFeed.with(row.text(0));
        var file = feed.files().stream()
                .filter(f -> f.path().equals(row.text(1)))
                .findFirst()
                .orElseThrow();

        var bytes = Formats.encode(feed, file, SmallFeed.UPDATED);

        var text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text)
                .contains(row.optional(2).orElse(""))
                .doesNotContain(row.optional(3).orElse("\0"));
        assertThat(ValidFeed.problems(bytes, Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    /** ROME reads the channel's link as the site in RSS, and the feed's own URL in Atom. */
    @Test
    void feed_readers_do_not_take_the_page_about_a_feed_for_the_site() throws Exception {
        for (var format : List.of(Format.ATOM, Format.RSS)) {
            assertThat(linkReadBack("about", format))
                    .isEqualTo(linkReadBack("nothing", format))
                    .doesNotContain("feeds/");
        }
    }

    private static String linkReadBack(String what, Format format) throws Exception {
        var feed = SmallFeed.with(what);
        var file = feed.files().stream()
                .filter(f -> f.format() == format)
                .findFirst()
                .orElseThrow();
        var bytes = Formats.encode(feed, file, SmallFeed.UPDATED);
        return new SyndFeedInput()
                .build(new InputSource(new ByteArrayInputStream(bytes)))
                .getLink();
    }

    @Test
    void an_item_has_an_author_or_creators_but_never_both() {
        var read = TestSite.configured()
                .page("a.md", "date = 2025-01-15", "authors = ['a@example.org (Ann)', 'Bob']")
                .page("b.md", "date = 2025-01-15", "authors = ['a@example.org (Ann)']")
                .read();

        var items = read.text("rss.xml").split("<item>", -1);
        assertThat(items[1]).contains("dc:creator").doesNotContain("<author>");
        assertThat(items[2]).contains("<author>").doesNotContain("dc:creator");
    }

    @Test
    void rss_has_a_date_of_change_only_after_a_change() {
        var read = TestSite.configured().page("a.md", "date = 2025-01-15").read();

        assertThat(read.text("rss.xml")).doesNotContain("atom:updated");
    }

    @Test
    void white_space_of_code_is_unchanged() {
        var read = TestSite.configured()
                .file("content/a.md", "+++\ndate = 2025-01-15\n+++\n```\na\n    b  \n\n\tc\n```\n")
                .read();

        assertThat(read.text("atom.xml")).contains("a\n    b  \n\n\tc\n");
        assertThat(read.text("rss.xml")).contains("a\n    b  \n\n\tc\n");
    }

    @Test
    void characters_beyond_the_basic_plane_are_written_as_they_are() {
        var read = TestSite.configured()
                .page("a.md", "date = 2025-01-15", "title = '\uD83E\uDD80'")
                .read();

        assertThat(read.text("atom.xml")).contains("<title type=\"text\">\uD83E\uDD80</title>");
        assertThat(read.text("rss.xml")).contains("<title>\uD83E\uDD80</title>");
    }

    @Test
    void the_same_feed_has_the_same_bytes() {
        var site = TestSite.configured().page("a.md", "date = 2025-01-15").page("b.md", "date = 2025-01-15");

        assertThat(site.read().text("atom.xml")).isEqualTo(site.read().text("atom.xml"));
        assertThat(site.read().text("rss.xml"))
                .isEqualTo(site.at("2026-06-01T00:00:00Z").read().text("rss.xml"));
    }

    @Test
    void an_empty_feed_is_valid() {
        var read = TestSite.configured().read();

        read.documents()
                .forEach((path, bytes) -> assertThat(ValidFeed.problems(bytes, read.now()))
                        .as(path)
                        .isEmpty());
        assertThat(read.text("atom.xml")).contains("<updated>2000-01-01T00:00:00+00:00</updated>");
    }

    @Test
    void hostile_texts_make_valid_feeds() {
        var read = TestSite.configured(
                        "description = \"a\\u0000b <i> & ]]> \\u0085\"",
                        "author = '<script>'",
                        "taxonomies = [{ name = 'tags' }]")
                .file("content/a.md", """
                        +++
                        date = 2025-01-15
                        title = "]]> <script>x</script> & \\u0007 \\uFFFF"
                        description = '<b onclick=x>'
                        authors = ['<i>', 'x@y.z (<b>)']
                        taxonomies.tags = ['<b>&']
                        +++
                        <script>x</script>

                        ]]> & < \1
                        """)
                .read();

        read.documents()
                .forEach((path, bytes) -> assertThat(ValidFeed.problems(bytes, read.now()))
                        .as(path)
                        .isEmpty());
    }

    @Test
    void plain_text_of_a_channel_is_not_taken_for_markup() {
        var read = TestSite.empty()
                .file("zola.toml", "base_url = 'https://example.org'\ntitle = 'a < b & c'")
                .page("a.md", "date = 2025-01-15")
                .read();

        assertThat(read.text("rss.xml"))
                .contains("<title>a &#x3C; b &#x26; c</title>")
                .contains("<description>a &#x3C; b &#x26; c</description>")
                .contains("<description>&lt;p&gt;The text of it.&lt;/p&gt;");
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOM", "RSS", "OPML"})
    void a_document_has_the_date_of_its_update(Format format) {
        var read = TestSite.configured()
                .page("a.md", "date = 2025-01-15T10:00:00+01:00")
                .read();
        var bytes = read.text(format.fileName()).getBytes(StandardCharsets.UTF_8);

        assertThat(Formats.updated(format, bytes).map(PageDate::text)).contains("2025-01-15T10:00:00+01:00");
        assertThat(Formats.updated(format, "<html/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Optional.empty());
        assertThat(Formats.updated(format, "<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Optional.empty());
    }
}
