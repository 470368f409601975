package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.FeedPage;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Published;
import org.feedside.publishing.Snapshot;
import org.feedside.testing.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages for people, and links to feeds that people open in a browser. */
class PeopleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final URI BASE_URL = URI.create("https://example.org/blog");
    private static final ServiceConfig SETTINGS = ServiceConfig.DEFAULT;
    private static final String[] BROWSER = {
        "Accept: text/html,*/*;q=0.8", "Sec-Fetch-Dest: document", "Sec-Fetch-Mode: navigate"
    };
    private static final FeedPage ABOUT = new FeedPage("feeds/tags/c++/", "https://example.org/blog/feeds/tags/c++/");

    private final Published published = new Published();
    private final FeedService service = new FeedService(published, BASE_URL, SETTINGS);
    private final FeedService raw = new FeedService(published, BASE_URL, Settings.of("browsers = 'feed'"));

    @BeforeEach
    void publish() {
        var feed = Feeds.atom("tags/c++/atom.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\">1</feed>")
                .withFeed(new FeedInfo(Optional.of("https://example.org/blog/"), Optional.of(ABOUT), Optional.empty()));
        var list = Feeds.atom("feeds.opml", "<opml/>");
        published.publish(new Snapshot(1, Map.of(feed.path(), feed, list.path(), list), new People()));
    }

    private static final class People implements OnDemand {
        @Override
        public Lookup<Document> find(String path) {
            return switch (path) {
                case "feeds/tags/c++/" -> new Lookup.Found<>(page());
                case "feeds/tags/c++" -> new Lookup.SeeOther<>("feeds/tags/c++/");
                case "feeds/style.css" ->
                    new Lookup.Found<>(Document.forPage(
                            new FeedPage(path, "https://example.org/blog/" + path),
                            "text/css; charset=utf-8",
                            Bytes.utf8("p { margin: 0 }"),
                            Document.Kind.ASSET));
                default -> new Lookup.NotFound<>();
            };
        }

        private static Document page() {
            return Document.forPage(
                    ABOUT, "text/html; charset=utf-8", Bytes.utf8("<p>".repeat(100)), Document.Kind.PAGE);
        }

        @Override
        public Optional<Supplier<Lookup<Document>>> form(String path, String query) {
            return switch (query) {
                case "with=a" -> Optional.of(() -> new Lookup.SeeOther<>("feeds/tags/a+b/"));
                case "with=" -> Optional.of(() -> new Lookup.Rejected<>(page()));
                default -> Optional.empty();
            };
        }
    }

    private FeedResponse get(String path, String... fields) {
        return service.respond(Requests.get(path, fields), NOW);
    }

    @Test
    void a_page_has_an_entity_tag_and_uses_only_resources_of_its_origin() {
        var page = get("/blog/feeds/tags/c++/", "Accept-Encoding: gzip");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.header("Content-Encoding")).contains("gzip");
        assertThat(page.header("Cache-Control")).contains("public, max-age=60");
        assertThat(page.header("Vary")).contains("Accept-Encoding");
        assertThat(page.header("ETag").orElseThrow()).startsWith("\"");
        assertThat(page.header("Link")).isEmpty();
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.header("Referrer-Policy")).contains("same-origin");
        assertThat(page.header("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'");
        assertThat(get(
                                "/blog/feeds/tags/c++/",
                                "If-None-Match: " + page.header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void the_root_leads_to_the_pages() {
        assertThat(get("/").status()).isEqualTo(303);
        assertThat(get("/").header("Location")).contains("feeds/");
        assertThat(get("/blog/").header("Location")).contains("feeds/");
        var withoutPages = new FeedService(published, BASE_URL, Settings.of("pages = ''"));
        assertThat(withoutPages.respond(Requests.get("/"), NOW).status()).isEqualTo(404);
    }

    @Test
    void assets_are_immutable() {
        assertThat(get("/feeds/style.css").header("Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    @Test
    void page_views_are_not_limited() {
        for (int i = 0; i < 20; i++) {
            assertThat(get("/feeds/tags/c++/").status()).isEqualTo(200);
            assertThat(get("/feeds/style.css").status()).isEqualTo(200);
        }
    }

    @Test
    void an_address_without_its_final_slash_redirects_to_the_page_below_any_proxy_path() {
        for (var path : new String[] {"/blog/feeds/tags/c++", "/feeds/tags/c++"}) {
            var response = get(path);

            assertThat(response.status()).isEqualTo(303);
            assertThat(response.header("Location")).contains("../../feeds/tags/c++/");
        }
    }

    @Test
    void a_form_redirects_to_its_result_or_is_shown_again() {
        var chosen = service.respond(Requests.withQuery("/feeds/tags/c++/", "with=a"), NOW);
        var rejected = service.respond(Requests.withQuery("/feeds/tags/c++/", "with="), NOW);

        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("Location")).contains("../../../feeds/tags/a+b/");
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(rejected.header("Content-Security-Policy").orElseThrow()).contains("script-src 'self'");
        assertThat(rejected.header("Cache-Control")).contains("no-store");
        assertThat(rejected.header("ETag")).isEmpty();
    }

    @Test
    void a_feed_links_the_page_of_the_site_before_its_own() {
        var expected = "<https://example.org/blog/tags/c++/atom.xml>; rel=\"self\","
                + " <https://example.org/blog/>; rel=\"alternate\"; type=\"text/html\","
                + " <https://example.org/blog/feeds/tags/c++/>; rel=\"alternate\"; type=\"text/html\"";
        var feed = get("/tags/c++/atom.xml");

        assertThat(feed.header("Link")).contains(expected);
        assertThat(get(
                                "/tags/c++/atom.xml",
                                "If-None-Match: " + feed.header("ETag").orElseThrow())
                        .header("Link"))
                .contains(expected);
    }

    @Test
    void a_browser_gets_the_feed_if_configured() {
        var response = raw.respond(Requests.get("/tags/c++/atom.xml", BROWSER), NOW);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Vary")).contains("Accept-Encoding, A-IM");
    }

    @Test
    void without_pages_a_browser_gets_the_feed() {
        var withoutPages = new FeedService(published, BASE_URL, Settings.of("pages = ''"));

        assertThat(withoutPages
                        .respond(Requests.get("/tags/c++/atom.xml", BROWSER), NOW)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_browser_is_redirected_to_the_page_below_any_proxy_path() {
        for (var path : new String[] {"/blog/tags/c++/atom.xml", "/tags/c++/atom.xml"}) {
            var response = get(path, BROWSER);

            assertThat(response.status()).isEqualTo(302);
            assertThat(response.header("Location")).contains("../../feeds/tags/c++/");
        }
    }

    @Test
    void the_list_of_feeds_is_never_redirected() {
        var list = get("/feeds.opml", BROWSER);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Vary").orElseThrow()).doesNotContain("Sec-Fetch");
    }
}
