package org.feedside.formats.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.formats.reading.FeedLinks.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLinksTest {
    private static final Optional<String> SELF = Optional.of("https://blog.example.org/feed");
    private static final Optional<String> PAGE = Optional.of("https://blog.example.org/");

    @Test
    void atom_has_links_to_itself_its_page_and_its_entries() {
        assertThat(read("""
                <?xml version="1.0"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="urn:x">
                <link rel="self" type="application/atom+xml" href=" https://blog.example.org/feed "/>
                <link rel="hub" href="https://hub.example.org/"/><x:link rel="self" href="https://x.example.org/"/>
                <link href="https://blog.example.org/"/><link rel="alternate" href="https://blog.example.org/second"/>
                <entry><link rel="enclosure" href="/a.mp3"/><link rel="alternate" href="/a"/><link rel="self" href="/a.xml"/></entry>
                <entry><id>urn:b</id></entry>
                </feed>
                """)).isEqualTo(feed(Kind.ATOM, SELF, PAGE, "/a"));
    }

    @Test
    void rss_has_links_to_itself_its_page_and_its_items() {
        assertThat(read("""
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
                <atom:link rel="hub" href="https://hub.example.org/"/>
                <atom:link rel="self" href="https://blog.example.org/feed"/>
                <link>https://blog.example.org/</link>
                <item><title>A</title><link> https://blog.example.org/a </link></item><item><title>B</title></item>
                </channel></rss>
                """)).isEqualTo(feed(Kind.RSS, SELF, PAGE, "https://blog.example.org/a"));
    }

    @Test
    void rss_1_has_its_items_next_to_the_channel() {
        assertThat(read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel><link>https://blog.example.org/</link></channel>
                <item><link>https://blog.example.org/a</link></item>
                </rdf:RDF>
                """)).isEqualTo(feed(Kind.RDF, Optional.empty(), PAGE, "https://blog.example.org/a"));
    }

    @Test
    void json_feed_has_links_to_itself_its_page_and_its_items() {
        assertThat(read("""
                {"items": [{"id": "1", "attachments": [{"url": "/a.mp3"}], "url": "https://blog.example.org/a"}, {"id": "2"}],
                 "home_page_url": "https://blog.example.org/", "feed_url": "https://blog.example.org/feed",
                 "authors": [{"url": "https://me.example.org/"}], "version": "https://jsonfeed.org/version/1"}
                """)).isEqualTo(feed(Kind.JSON, SELF, PAGE, "https://blog.example.org/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"version\": 1}",
                "{\"version\": \"https://jsonfeed.org/version/1.1\"",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [",
                "[]",
                "<feed",
                "<opml version='2.0'/>",
                "<rss version='2.0'/>",
                "<!DOCTYPE feed [<!ENTITY a 'b'>]><feed>&a;</feed>",
                "plain"
            })
    void a_document_that_is_not_a_feed_is_reported_with_a_reason(String text) {
        var parsed = parse(text);

        assertThat(parsed.value()).isEmpty();
        assertThat(parsed.problems()).hasSize(1);
    }

    @Test
    void each_format_has_its_media_types() {
        assertThat(Kind.ATOM.isNamedBy("application/atom+xml")).isTrue();
        assertThat(Kind.ATOM.isNamedBy("application/rss+xml")).isFalse();
        assertThat(Kind.RDF.isNamedBy("application/rss+xml")).isTrue();
        assertThat(Kind.JSON.isNamedBy("application/json")).isTrue();
        assertThat(Kind.JSON.mediaType()).isEqualTo("application/feed+json");
    }

    private static FeedLinks feed(Kind kind, Optional<String> self, Optional<String> page, String... entries) {
        return new FeedLinks(kind, self, page, List.of(entries));
    }

    private static FeedLinks read(String text) {
        return parse(text).value().orElseThrow();
    }

    private static Parsed<FeedLinks> parse(String text) {
        return FeedLinks.read("feed", text.getBytes(StandardCharsets.UTF_8));
    }
}
