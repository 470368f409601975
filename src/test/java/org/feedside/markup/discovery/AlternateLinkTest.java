package org.feedside.markup.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.feedside.feeds.Format;
import org.junit.jupiter.api.Test;

class AlternateLinkTest {
    private static final String PAGE = "https://blog.example.org/posts/hello/";

    @Test
    void feeds_have_a_type_a_title_and_an_absolute_url_in_document_order() {
        var links = in("""
                <!doctype html><html><head>
                <link rel="alternate" type="application/atom+xml" title="All &amp; everything" href="/atom.xml">
                <LINK REL=Alternate TYPE="Application/RSS+XML; charset=utf-8" HREF=" ../rss.xml ">
                <link rel="alternate" type="application/feed+json" title="" href="//cdn.example.org/feed.json"/>
                </head><body></body></html>
                """);

        assertThat(links)
                .containsExactly(
                        link("application/atom+xml", "All & everything", "https://blog.example.org/atom.xml"),
                        link("application/rss+xml", "", "https://blog.example.org/posts/rss.xml"),
                        link("application/feed+json", "", "https://cdn.example.org/feed.json"))
                .allMatch(AlternateLinkTest::isFeed);
    }

    @Test
    void other_links_are_ignored() {
        assertThat(in("""
                <link rel="alternate stylesheet" type="text/css" href="dark.css" title="Dark">
                <link rel="canonical" href="/posts/hello/">
                <link rel="alternates" type="application/atom+xml" href="/atom.xml">
                <link type="application/atom+xml" href="/atom.xml">
                <link rel="alternate" type="application/atom+xml">
                <a rel="alternate" type="application/atom+xml" href="/atom.xml">Feed</a>
                <!-- <link rel="alternate" type="application/atom+xml" href="/atom.xml"> -->
                """)).isEmpty();
    }

    @Test
    void some_alternate_links_are_not_feeds() {
        var links = in("""
                <link rel="alternate" hreflang="fr" href="/fr/">
                <link rel="alternate" type="application/json" href="/wp-json/">
                <link rel="nofollow alternate" type="text/html" href="/amp/">
                """);

        assertThat(links)
                .containsExactly(
                        link("", "", "https://blog.example.org/fr/"),
                        link("application/json", "", "https://blog.example.org/wp-json/"),
                        link("text/html", "", "https://blog.example.org/amp/"))
                .noneMatch(AlternateLinkTest::isFeed);
    }

    @Test
    void relative_urls_are_resolved_against_the_base_element() {
        assertThat(in("<base href='/fr/'><link rel='alternate' type='application/atom+xml' href='atom.xml'>"))
                .extracting(AlternateLink::href)
                .containsExactly("https://blog.example.org/fr/atom.xml");
    }

    @Test
    void links_in_the_body_are_found_too() {
        assertThat(in("<p>Hello<p><link rel='alternate' type='application/atom+xml' href='/atom.xml'>"))
                .hasSize(1);
    }

    @Test
    void without_the_url_of_the_page_a_relative_url_is_kept_as_written() {
        assertThat(AlternateLink.in("<link rel='alternate' href='atom.xml'>", ""))
                .extracting(AlternateLink::href)
                .containsExactly("atom.xml");
    }

    private static boolean isFeed(AlternateLink link) {
        return link.type().filter(Format::isFeed).isPresent();
    }

    private static List<AlternateLink> in(String html) {
        return AlternateLink.in(html, PAGE);
    }

    private static AlternateLink link(String type, String title, String href) {
        return new AlternateLink(
                Optional.of(type).filter(text -> !text.isEmpty()),
                Optional.of(title).filter(text -> !text.isEmpty()),
                href);
    }
}
