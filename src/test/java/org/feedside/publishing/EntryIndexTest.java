package org.feedside.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIndexTest {
    @Test
    void entries_of_atom_are_found_with_their_tags() {
        assertThat(entries("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom"><title>日本</title><entry><id>1</id></entry>
                <entry xml:lang='de'><id>ü</id></entry></feed>
                """))
                .containsExactly("<entry><id>1</id></entry>", "<entry xml:lang='de'><id>ü</id></entry>");
    }

    @Test
    void items_of_rss_are_found_with_their_tags() {
        assertThat(
                        entries(
                                "<rss version=\"2.0\"><channel><title>t</title><item><title>1</title></item><item/></channel></rss>"))
                .containsExactly("<item><title>1</title></item>", "<item/>");
    }

    @Test
    void text_that_looks_like_an_entry_is_ignored() {
        assertThat(entries("""
                <!-- <entry>in a comment</entry> -->
                <feed><?pi <entry/>?><title a="<entry>" b='>"'>&lt;entry></title>
                <author><entry>deep</entry></author>
                <entries/><entry-like></entry-like>
                <entry ><content><![CDATA[</entry><entry>]]></content><entry>inner</entry></entry
                ></feed>
                """))
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry).startsWith("<entry >").endsWith("</entry\n>"));
    }

    @Test
    void a_feed_without_entries_has_an_empty_index() {
        assertThat(EntryIndex.of(Bytes.utf8("<feed/>"))).contains(new EntryIndex(List.of(), Optional.empty()));
        assertThat(EntryIndex.of(Bytes.utf8("<rss><channel></channel></rss>")))
                .contains(new EntryIndex(List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"title\": \"<feed></feed>\"}",
                "text",
                "<opml><body/></opml>",
                "<rss/>",
                "<feed>",
                "<feed></feed></feed>",
                "<feed",
                "<feed><!-- ",
                "<feed><![CDATA[",
                "<!DOCTYPE feed [<!ENTITY e '<entry/>'>]><feed>&e;</feed>",
                "<feed><entry></feed>",
                "<",
                "</",
                "<>",
                "<feed><entry a='></entry></feed>"
            })
    void documents_that_feedside_does_not_write_have_no_index(String text) {
        assertThat(EntryIndex.of(Bytes.utf8(text))).isEmpty();
    }

    @Test
    void without_any_subset_of_its_entries_a_feed_is_well_formed_and_has_the_others() throws XMLStreamException {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var feed = Bytes.utf8(feed(random));
            var ranges = EntryIndex.of(feed).orElseThrow().ranges();
            var all = titles(feed);
            var removed = new ArrayList<EntryRange>();
            var kept = new ArrayList<String>();
            for (var i = 0; i < ranges.size(); i++) {
                if (random.nextBoolean()) {
                    removed.add(ranges.get(i));
                } else {
                    kept.add(all.get(i));
                }
            }

            assertThat(ranges).as("seed %d", seed).hasSameSizeAs(all);
            assertThat(titles(feed.without(removed))).as("seed %d", seed).isEqualTo(kept);
        }
    }

    private static List<String> entries(String text) {
        var bytes = Bytes.utf8(text);
        return EntryIndex.of(bytes).orElseThrow().ranges().stream()
                .map(range -> Bytes.of(Arrays.copyOfRange(bytes.toArray(), range.start(), range.end()))
                        .toString())
                .toList();
    }

    /** Returns the titles of the entries as an XML parser reads them. */
    private static List<String> titles(Bytes feed) throws XMLStreamException {
        var titles = new ArrayList<String>();
        var reader = XMLInputFactory.newFactory().createXMLStreamReader(new ByteArrayInputStream(feed.toArray()));
        var open = new ArrayList<String>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.add(reader.getLocalName());
                    if (open.equals(List.of("feed", "entry", "title"))) {
                        titles.add(reader.getElementText());
                        open.remove(open.size() - 1);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
                default -> {}
            }
        }
        return titles;
    }

    private static String feed(Random random) {
        var noise = List.of(
                "",
                "\n",
                " ",
                "<!-- <entry> -->",
                "<?x </entry>?>",
                "<a b='>'/>",
                "<title>ü</title>",
                "<c><![CDATA[<entry>]]]]><![CDATA[>]]></c>",
                "<d e=\"'&lt;/entry>\">𝄞 ü &lt;entry&gt;</d>",
                "<f\n>\r\n</f >");
        var text = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns='http://www.w3.org/2005/Atom'>");
        var count = random.nextInt(6);
        for (var i = 0; i < count; i++) {
            text.append(any(noise, random))
                    .append("<entry><title>")
                    .append(i)
                    .append(" é</title>")
                    .append(any(noise.subList(0, 6), random))
                    .append("</entry>");
        }
        return text.append(any(noise, random)).append("</feed>").toString();
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
