package org.feedside.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedside.config.ServiceConfig;
import org.feedside.http.FeedService;
import org.feedside.http.TestServer;
import org.feedside.pipeline.Progress;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Documents;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String PAGE = "https://blog.example.org/posts/";

    @Test
    void of_what_our_own_server_serves_there_is_nothing_to_say() throws Exception {
        var published = new Published();
        var port = freePort();
        var base = "http://127.0.0.1:%d/".formatted(port);
        var documents = new TreeMap<String, Document>();
        List.of(atom(base), rss(base), json(base)).forEach(document -> documents.put(document.path(), document));
        published.publish(new Snapshot(1, documents, OnDemand.NONE));
        var service = new FeedService(published, URI.create(base), ServiceConfig.DEFAULT);
        try (var server = TestServer.at("127.0.0.1", port, service, InstantSource.fixed(NOW))) {
            server.start();

            for (var path : documents.keySet()) {
                var diagnosis = Doctor.ofTheWeb(Progress.NONE).examine(URI.create(base + path));

                assertThat(diagnosis).isEqualTo(new Diagnosis(base + path, true, List.of()));
            }
            assertThat(Doctor.ofTheWeb(Progress.NONE)
                            .examine(URI.create(base + "none.xml"))
                            .findings())
                    .extracting(finding -> finding.remark().what())
                    .containsExactly("answers 404: there is no feed at this address");
        }
    }

    @Test
    void a_page_leads_to_the_feeds_that_it_names() throws InterruptedException {
        assertThat(feeds("""
                <link rel=alternate type=application/atom+xml href=atom.xml>
                <link rel=alternate type=application/rss+xml href=//feeds.example.org/rss>
                <link rel=alternate type=application/atom+xml href=atom.xml>
                <link rel=alternate hreflang=fr href=/fr/>
                """))
                .containsExactly("https://blog.example.org/posts/atom.xml", "https://feeds.example.org/rss");
        assertThat(feeds("<p>No feeds")).isEmpty();
    }

    @Test
    void of_a_page_that_names_very_many_some_are_asked() throws InterruptedException {
        var links = IntStream.range(0, 100)
                .mapToObj("<link rel=alternate type=application/atom+xml href=%d.xml>"::formatted)
                .collect(Collectors.joining());

        assertThat(feeds(links)).hasSize(Doctor.MAX_FEEDS);
    }

    @Test
    void a_page_that_is_closed_to_some_readers_is_read_as_another() throws InterruptedException {
        var web = page("<link rel=alternate type=application/atom+xml href=atom.xml>")
                .toAgents("Inoreader", FeedOnServer.answer(403, Map.of(), "<html>no"));

        assertThat(new Doctor(web).feeds(URI.create(PAGE))).containsExactly(URI.create(PAGE + "atom.xml"));
    }

    @Test
    void the_address_of_a_feed_is_examined_itself() throws InterruptedException {
        var web = page("<link rel=alternate type=application/atom+xml href=atom.xml>");

        for (var path : List.of("atom.xml", "feed/", "feed", "index.rss", "feed.JSON", "?feed=rss2")) {
            assertThat(new Doctor(web).feeds(URI.create(PAGE + path))).containsExactly(URI.create(PAGE + path));
        }
        assertThat(web.requests()).isEmpty();
    }

    @Test
    void what_is_no_page_is_taken_for_a_feed() throws InterruptedException {
        assertThat(new Doctor(new FeedOnServer()).feeds(URI.create(PAGE))).containsExactly(URI.create(PAGE));
        var blocked = new FeedOnServer().always(FeedOnServer.answer(403, Map.of(), "<html>no"));
        assertThat(new Doctor(blocked).feeds(URI.create(PAGE))).containsExactly(URI.create(PAGE));
    }

    @Test
    void people_write_addresses_in_many_ways() {
        assertThat(WebAddress.parse("blog.example.org")).contains(URI.create("https://blog.example.org"));
        assertThat(WebAddress.parse(" HTTP://blog.example.org/a b "))
                .contains(URI.create("http://blog.example.org/a%20b"));
        assertThat(WebAddress.parse("https://münchen.example/é"))
                .contains(URI.create("https://xn--mnchen-3ya.example/%C3%A9"));
        assertThat(WebAddress.parse("ftp://blog.example.org/")).isEmpty();
        assertThat(WebAddress.parse("https:///atom.xml")).isEmpty();
        assertThat(WebAddress.parse("")).isEmpty();
    }

    private static List<String> feeds(String html) throws InterruptedException {
        return new Doctor(page(html))
                .feeds(URI.create(PAGE)).stream().map(URI::toString).toList();
    }

    private static FeedOnServer page(String html) {
        return new FeedOnServer().with("Content-Type", "text/html").text("<!doctype html>" + html);
    }

    private static Document atom(String base) {
        return document(
                "atom.xml",
                base,
                "application/atom+xml; charset=utf-8",
                FeedOnServer.atom(base + "atom.xml", base, base + "a/", base + "b/"));
    }

    private static Document rss(String base) {
        return document("tags/boats/rss.xml", base, "application/rss+xml; charset=utf-8", """
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Boats</title><link>%s</link>
                <atom:link rel="self" href="%stags/boats/rss.xml"/><item><link>%sa/</link><description>%s</description></item>
                </channel></rss>
                """.formatted(
                        base, base, base, "Boat. ".repeat(500)));
    }

    private static Document json(String base) {
        return document("feed.json", base, "application/feed+json", """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Boats", "feed_url": "%sfeed.json",
                 "items": [{"id": "a", "url": "%sa/", "content_html": "%s"}]}
                """.formatted(base, base, "Boat. ".repeat(500)));
    }

    private static Document document(String path, String base, String type, String text) {
        var document = Documents.published(path, base + path, type, NOW.minusSeconds(60), Bytes.utf8(text));
        return Documents.complete(document.withFeed(FeedInfo.ofPage(base)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
