package org.feedside.formats.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.TextResource;
import org.feedside.content.PageDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedFeedTest {
    private static ImportedFeed resource(String name) {
        return feed(TextResource.text(ImportedFeedTest.class, "/org/feedside/tools/imports/" + name));
    }

    private static ImportedFeed feed(String text) {
        var read = ImportedFeed.read("f.xml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        return read.value().orElseThrow();
    }

    private static List<String> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(byte[] bytes) {
        var read = ImportedFeed.read("f.xml", bytes);
        assertThat(read.value()).isEmpty();
        return read.problems().stream().map(Diagnostic::toString).toList();
    }

    private static Optional<PageDate> date(String text) {
        return PageDate.parse(text);
    }

    @Test
    void wordpress_has_numbers_as_ids() {
        var feed = resource("wordpress.xml");

        assertThat(feed.link()).contains("http://harbour.example");
        assertThat(feed.entries()).hasSize(3);
        assertThat(feed.entries().get(0))
                .isEqualTo(new ImportedFeed.Entry(
                        Optional.of("http://harbour.example/?p=57"),
                        Optional.of("http://harbour.example/2020/07/the-ferrys-new-timetable/"),
                        "The ferry’s new timetable",
                        date("2020-07-04T07:12:45Z"),
                        Optional.empty()));
    }

    @Test
    void jekyll_omits_the_extension_in_ids() {
        var entry = resource("jekyll.xml").entries().get(0);

        assertThat(entry)
                .isEqualTo(new ImportedFeed.Entry(
                        Optional.of("https://quay.example/walks/2021/06/01/a-walk-and-a-swim"),
                        Optional.of("https://quay.example/walks/2021/06/01/a-walk-and-a-swim.html"),
                        "A walk &amp; a swim",
                        date("2021-06-01T16:30:00Z"),
                        date("2021-06-02T05:00:00Z")));
    }

    @Test
    void zolas_feed_has_the_url_of_the_site() {
        var feed = resource("zola.xml");

        assertThat(feed.link()).contains("http://pier.example/blog");
        assertThat(feed.entries())
                .extracting(entry -> entry.id().orElseThrow())
                .containsExactly(
                        "http://pier.example/blog/third/",
                        "http://pier.example/blog/second/",
                        "http://pier.example/blog/first/");
    }

    @Test
    void items_of_rss_1_have_their_url_as_id() {
        var feed = feed("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="http://a.example/rss"><title>T</title><link>http://a.example/</link><description/>
                    <items><rdf:Seq><rdf:li rdf:resource="http://a.example/1"/></rdf:Seq></items></channel>
                  <item rdf:about="http://a.example/1"><title>One</title><link>http://a.example/one</link>
                    <dc:date>2003-04-05T06:07:08+01:00</dc:date></item>
                </rdf:RDF>
                """);

        assertThat(feed.entries())
                .containsExactly(new ImportedFeed.Entry(
                        Optional.of("http://a.example/1"),
                        Optional.of("http://a.example/one"),
                        "One",
                        date("2003-04-05T05:07:08Z"),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.91", "0.92", "0.93", "0.94", "2.0"})
    void an_item_without_a_guid_has_its_link_as_id(String version) {
        var feed = feed(
                "<rss version=\"%s\"><channel><title>T</title><link>l</link><description>d</description><item><title>One</title><link> http://a.example/1 </link></item></channel></rss>"
                        .formatted(version));

        assertThat(feed.entries())
                .containsExactly(new ImportedFeed.Entry(
                        Optional.of("http://a.example/1"),
                        Optional.of("http://a.example/1"),
                        "One",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void a_guid_can_be_the_only_url() {
        var feed = feed(
                "<rss version='2.0'><channel><item><guid>http://a.example/1</guid></item><item><guid isPermaLink='false'>2</guid></item></channel></rss>");

        assertThat(feed.entries())
                .extracting(entry -> entry.link().orElse("none"))
                .containsExactly("http://a.example/1", "none");
    }

    @Test
    void an_entry_without_id_link_or_valid_dates_is_read() {
        var feed = feed(
                "<rss version='2.0'><channel><item><title/><pubDate>soon</pubDate><guid> </guid></item></channel></rss>");

        assertThat(feed.entries())
                .containsExactly(new ImportedFeed.Entry(
                        Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty()));
    }

    @Test
    void the_date_of_change_in_zolas_rss_is_read() {
        var feed = feed(
                "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><item><guid>1</guid><atom:updated>2020-02-03T10:00:00+01:00</atom:updated></item></channel></rss>");

        assertThat(feed.entries().get(0).updated()).isEqualTo(date("2020-02-03T10:00:00+01:00"));
    }

    @Test
    void the_declared_encoding_is_used() {
        var text =
                "<?xml version='1.0' encoding='ISO-8859-1'?><rss version='2.0'><channel><item><title>Café</title></item></channel></rss>";

        var read = ImportedFeed.read("f.xml", text.getBytes(Charset.forName("ISO-8859-1")));

        assertThat(read.value().orElseThrow().entries().get(0).title()).isEqualTo("Café");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \r\n\t", "\uFEFF\n", "\n\uFEFF", "\uFEFF\uFEFF"})
    void space_before_the_declaration_is_skipped_with_a_warning(String space) {
        var text = space
                + "<?xml version='1.0'?>\n<rss version='2.0'><channel><item><guid>1</guid></item></channel></rss>";

        var read = ImportedFeed.read("f.xml", text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.value().orElseThrow().entries())
                .extracting(entry -> entry.id().orElseThrow())
                .containsExactly("1");
        assertThat(read.problems())
                .singleElement()
                .asString()
                .startsWith("f.xml:1:1: warning: white space before `<?xml` is skipped: ");
    }

    private static ImportedFeed.Entry repaired(byte[] bytes, String... warnings) {
        var read = ImportedFeed.read("f.xml", bytes);
        assertThat(read.problems()).extracting(Diagnostic::isError).doesNotContain(true);
        assertThat(read.problems()).hasSize(warnings.length);
        for (int i = 0; i < warnings.length; i++) {
            assertThat(read.problems().get(i)).asString().startsWith("f.xml:" + warnings[i]);
        }
        return read.value().orElseThrow().entries().get(0);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "", textBlock = """
                    # label | encoding | byte order mark | warning
                    UTF-8        | windows-1252 | false | 1:1: warning: the feed is in windows-1252, and not in UTF-8 as it says
                    unknown-1    | windows-1252 | false | 1:1: warning: the feed is in windows-1252, and not in unknown-1 as it says
                    unknown-1    | UTF-8        | false |
                    utf8         | UTF-8        | false |
                    ISO-8859-1   | UTF-8        | false | 1:1: warning: the feed is in UTF-8, and not in ISO-8859-1 as it says
                    ISO-8859-1   | UTF-8        | true  | 1:1: warning: the feed is in UTF-8, and not in ISO-8859-1 as it says
                    UTF-16       | UTF-8        | false |
                    UTF-16       | windows-1252 | false | 1:1: warning: the feed is in windows-1252, and not in UTF-16 as it says
                    ISO-8859-1   | windows-1252 | true  |
                    UTF-8        | UTF-16       | false |
                    UTF-16       | UTF-16LE     | true  |
                    UTF-16       | UTF-16BE     | false |
                    windows-1251 | windows-1251 | false |
                    """, delimiter = '|')
    void a_wrong_label_of_the_encoding_is_seen(
            String label, String encoding, boolean hasMark, @Nullable String warning) {
        var title = encoding.equals("windows-1251") ? "Кот" : "Café";
        var mark = encoding.startsWith("UTF") ? "\uFEFF" : "\u00EF\u00BB\u00BF";
        var text = (hasMark ? mark : "")
                + "<?xml version='1.0' encoding='%s'?><rss version='2.0'><channel><item><title>%s</title><guid>1</guid></item></channel></rss>"
                        .formatted(label, title);

        var entry = repaired(
                text.getBytes(Charset.forName(encoding)), warning == null ? new String[0] : new String[] {warning});

        assertThat(entry.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/?a=1&b=2, http://a.example/?a=1&b=2",
        "a&nbsp;b&amp;c&#x41;&apos;, a&nbsp;b&cA'",
        "a\u0001b\uFFFE, a b",
        "a&#1;&#xFFFE;&#9999999;b, a&#1;&#xFFFE;&#9999999;b",
        "<![CDATA[a&nbsp;&b\u000Bc]]>, a&nbsp;&b c"
    })
    void characters_and_references_that_xml_does_not_allow_are_repaired(String id, String expected) {
        var feed = "\n<rss version='2.0'><channel>\n<item><guid>%s</guid></item></channel></rss>".formatted(id);

        var entry = repaired(feed.getBytes(StandardCharsets.UTF_8), "3:");

        assertThat(entry.id()).contains(expected);
    }

    @Test
    void a_fault_that_cannot_be_repaired_is_reported_as_it_is() {
        assertThat(problems("<rss>\n<channel>a&nbsp;b</rss>"))
                .singleElement()
                .asString()
                .startsWith("f.xml:2:17: error: this is not well-formed XML (The entity \"nbsp\"");
    }

    @Test
    void a_byte_order_mark_alone_and_space_without_a_declaration_are_correct() {
        assertThat(feed("\uFEFF<?xml version='1.0'?><rss version='2.0'><channel><item/></channel></rss>")
                        .entries())
                .hasSize(1);
        assertThat(feed("\n<rss version='2.0'><channel><item/></channel></rss>").entries())
                .hasSize(1);
    }

    @Test
    void errors_after_skipped_space_have_their_place_in_the_file() {
        assertThat(problems("\n\n  <?xml version='1.0'?><rss><channel>\n</rss>").get(0))
                .startsWith("f.xml:4:3: error: this is not well-formed XML");
        assertThat(problems("\n  <?xml version='1.0'?><rss></channel>").get(0))
                .startsWith("f.xml:2:31: error: this is not well-formed XML");
    }

    @Test
    void text_before_the_declaration_is_reported_with_a_remedy() {
        assertThat(problems("<br/>Warning<?xml version='1.0'?><rss/>"))
                .singleElement()
                .asString()
                .contains("error: ")
                .doesNotContain("processing instruction");
    }

    @Test
    void a_doctype_is_rejected() {
        var bomb = """
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <rss version="2.0"><channel><item><title>&b;&x;</title></item></channel></rss>
                """;

        assertThat(problems(bomb))
                .containsExactly(
                        "f.xml:2:10: error: the file has a DOCTYPE, which feeds do not need and attackers can misuse: remove it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "{\"version\": \"https://jsonfeed.org/version/1.1\"}",
                "<rss version='2.0'><channel><item></channel></rss>"
            })
    void text_that_is_not_xml_is_reported_with_its_place(String text) {
        assertThat(problems(text))
                .singleElement()
                .asString()
                .matches("f\\.xml:\\d+:\\d+: error: this is not well-formed XML \\(.+\\): .+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body/></html>",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>",
                "<rss/>",
                "<rss version='2.0'/>",
                "<opml version='2.0'><body/></opml>"
            })
    void a_document_that_is_not_a_feed_is_reported_with_a_remedy(String text) {
        assertThat(problems(text))
                .singleElement()
                .asString()
                .startsWith("f.xml:1:1: error: this is not an Atom or RSS feed: use a file");
    }

    @Test
    void a_very_deep_tree_is_rejected() {
        var deep = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>" + "<b>".repeat(100_000)
                + "</b>".repeat(100_000) + "</content></entry></feed>";

        assertThat(problems(deep)).singleElement().asString().contains("error: this is not well-formed XML");
    }

    @Test
    void too_many_entries_are_rejected() {
        var many = "<rss version='2.0'><channel>" + "<item/>".repeat(50_001) + "</channel></rss>";

        assertThat(problems(many)).singleElement().asString().contains("more than 50000 entries");
    }

    @Test
    void binary_data_is_rejected() {
        assertThat(problems(new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE})).hasSize(1);
    }
}
