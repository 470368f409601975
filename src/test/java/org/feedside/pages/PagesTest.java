package org.feedside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedside.config.MovedFeeds;
import org.feedside.config.PageDesign;
import org.feedside.config.ServiceConfig;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Lookup;
import org.feedside.pages.qr.QrImage;
import org.feedside.publishing.Document;
import org.feedside.publishing.OnDemand;
import org.feedside.testing.TestSite;
import org.junit.jupiter.api.Test;

/** The paths and contents of the pages. */
class PagesTest {
    private static final String TAGS = "taxonomies = [{ name = 'tags' }]";

    private static TestSite site() {
        return TestSite.configured(TAGS)
                .page("a.md", "title = 'First <b>'", "date = 2025-01-01", "taxonomies.tags = ['rust', 'web']")
                .page("b.md", "title = 'Second'", "date = 2025-02-01", "taxonomies.tags = ['rust', 'C++']")
                .page("c.md", "title = 'Third'", "date = 2025-03-01", "taxonomies.tags = ['web']");
    }

    private static OnDemand pages(TestSite site) {
        return pages(site, MovedFeeds.NONE);
    }

    private static OnDemand pages(TestSite site, MovedFeeds moves) {
        return pages(site, moves, ServiceConfig.DEFAULT.design());
    }

    private static OnDemand pages(TestSite site, PageDesign design) {
        return pages(site, MovedFeeds.NONE, design);
    }

    private static OnDemand pages(TestSite site, MovedFeeds moves, PageDesign design) {
        var read = site.read();
        var feedPages = new FeedPages(read.site().config(), Optional.of("feeds"));
        return Pages.of(read.site(), moves, read.feeds(), List.of(), feedPages, design);
    }

    private static String html(OnDemand pages, String path) {
        return html(pages.find(path), path);
    }

    private static String html(Lookup<Document> lookup, String path) {
        return text(lookup.value().orElseThrow(() -> new AssertionError(path)));
    }

    private static String text(Document document) {
        return document.identity().bytes().toString();
    }

    private static Lookup<Document> seeOther(String path) {
        return new Lookup.SeeOther<>(path);
    }

    @Test
    void every_feed_has_a_page_at_the_path_of_its_folder() {
        var pages = pages(site().page("notes/_index.md", "title = 'Notes'", "generate_feeds = true"));

        assertThat(html(pages, "feeds/")).contains("href=\"../feeds/all\"", "href=\"../feeds/notes/\"");
        assertThat(html(pages, "feeds/all")).contains("Site</span></h1>");
        assertThat(html(pages, "feeds/notes/")).contains("Notes</span></h1>");
        assertThat(html(pages, "feeds/tags/rust/"))
                .contains("rust</span></h1>", "Posts: 2", "https://example.org/tags/rust/feed.json");
        assertThat(html(pages, "feeds/tags/c/")).contains("C++</span></h1>");
    }

    @Test
    void a_section_named_all_does_not_hide_the_page_of_the_main_feed() {
        var pages = pages(site().page("all/_index.md", "title = 'A section'", "generate_feeds = true"));

        assertThat(html(pages, "feeds/all")).contains("Site</span></h1>");
        assertThat(html(pages, "feeds/all/")).contains("A section</span></h1>");
    }

    @Test
    void a_missing_or_extra_slash_redirects() {
        var pages = pages(site());

        assertThat(pages.find("feeds")).isEqualTo(seeOther("feeds/"));
        assertThat(pages.find("feeds/all/")).isEqualTo(seeOther("feeds/all"));
        assertThat(pages.find("feeds/tags/rust")).isEqualTo(seeOther("feeds/tags/rust/"));
    }

    @Test
    void a_combination_has_one_page() {
        var pages = pages(site());

        assertThat(html(pages, "feeds/tags/rust+web/"))
                .contains("rust + web</span></h1>", "First &lt;b&gt;", "https://example.org/tags/rust+web/atom.xml")
                .doesNotContain("Second");
        assertThat(pages.find("feeds/tags/web+rust/")).isEqualTo(seeOther("feeds/tags/rust+web/"));
        assertThat(pages.find("feeds/tags/web+rust")).isEqualTo(seeOther("feeds/tags/rust+web/"));
        assertThat(pages.find("feeds/tags/rust-web/")).isEqualTo(seeOther("feeds/tags/rust+-web/"));
    }

    @Test
    void a_combination_is_described_by_its_terms() {
        assertThat(html(pages(site()), "feeds/tags/rust,web,-c/")
                        .replaceAll("<[^>]*>", "")
                        .replaceAll("\\s+", " "))
                .contains("Every new post on Site that matches: Any of rust web Without C++ Posts: 2");
    }

    @Test
    void a_combination_without_posts_offers_nothing() {
        assertThat(html(pages(site()), "feeds/tags/c+web/"))
                .contains("C++ + web</span></h1>", "No post matches this combination.", "<form")
                .doesNotContain("Subscribe</h2>", "feedly.com");
    }

    @Test
    void other_paths_are_not_found() {
        var pages = pages(site());

        for (var path : List.of("feeds/tags/", "feeds/tags/none/", "feeds/none", "tags/rust/", "all", "", "feeds//")) {
            assertThat(pages.find(path)).as(path).isInstanceOf(Lookup.NotFound.class);
        }
    }

    @Test
    void archives_have_no_pages() {
        var read = site().file("feedside.toml", "limit = 2\narchives = true").read();
        var archive =
                read.text("atom.xml").replaceAll("(?s).*prev-archive\" href=\"https://example.org/([^\"]*/).*", "$1");
        var pages = Pages.of(
                read.site(),
                MovedFeeds.NONE,
                read.feeds(),
                List.of(),
                new FeedPages(read.site().config(), Optional.of("feeds")),
                ServiceConfig.DEFAULT.design());

        assertThat(archive).startsWith("archive/");
        assertThat(pages.find("feeds/" + archive)).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void moved_and_retired_feeds_have_no_page() {
        var pages = pages(site(), new MovedFeeds(Map.of("tags/web/", "tags/rust/"), Set.of("tags/c/")));

        assertThat(pages.find("feeds/tags/c/")).isInstanceOf(Lookup.NotFound.class);
        assertThat(pages.find("feeds/tags/web/")).isInstanceOf(Lookup.NotFound.class);
        assertThat(html(pages, "feeds/")).contains("tags/rust/").doesNotContain("tags/web/", "tags/c/");
    }

    @Test
    void the_style_sheet_is_named_by_its_digest() {
        var page = html(pages(site()), "feeds/tags/rust/");
        var style = page.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"../../../([^\"]*)\".*", "$1");

        assertThat(style).matches("feeds/style-[0-9a-f]{12}\\.css");
        assertThat(pages(site()).find(style).value().orElseThrow())
                .extracting(Document::mediaType, Document::kind)
                .containsExactly("text/css; charset=utf-8", Document.Kind.ASSET);
        assertThat(pages(site()).find("feeds/style-000000000000.css")).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void the_same_site_has_the_same_bytes() {
        for (var path : List.of("feeds/", "feeds/all", "feeds/tags/rust/")) {
            assertThat(html(pages(site()), path)).isEqualTo(html(pages(site()), path));
        }
    }

    @Test
    void texts_of_the_site_have_their_language() {
        var site = TestSite.configured("default_language = 'ja'", "description = '説明'", TAGS)
                .page("a.md", "title = '題'", "date = 2025-01-01", "taxonomies.tags = ['本']");

        assertThat(html(pages(site), "feeds/all"))
                .contains(
                        "<html lang=\"ja\" dir=\"ltr\">",
                        "<article lang=\"ja\" dir=\"auto\">",
                        "<span lang=\"ja\" dir=\"auto\">説明</span>",
                        "<time datetime=\"2025-01-01\" lang=\"ja\" dir=\"ltr\">2025年1月1日</time>");
    }

    @Test
    void a_multilingual_site_shows_languages() {
        var site = TestSite.configured(TAGS, "[languages.fr]", "taxonomies = [{ name = 'tags' }]")
                .page("a.md", "title = 'A'", "date = 2025-01-01")
                .page("a.fr.md", "title = 'Un'", "date = 2025-01-01", "taxonomies.tags = ['mer']");

        assertThat(html(pages(site), "feeds/"))
                .contains("<span lang=\"fr\" dir=\"auto\">français</span>", "href=\"../feeds/fr/\"");
        assertThat(html(pages(site), "feeds/fr/tags/mer/"))
                .contains("<html lang=\"fr\"", "<li><span lang=\"fr\" dir=\"auto\">français</span></li>", "S’abonner");
        assertThat(html(pages(site()), "feeds/")).doesNotContain("English");
    }

    @Test
    void related_terms_are_those_that_posts_share() {
        assertThat(html(pages(site()), "feeds/tags/rust/"))
                .containsSubsequence("Related feeds", "feeds/tags/c/", "feeds/tags/web/")
                .doesNotContain("href=\"../../../feeds/tags/rust/\"");
    }

    @Test
    void a_form_redirects_to_the_page_of_the_combination() {
        var pages = pages(site());

        for (var form : Map.of(
                        "in=tags%2F&join=all&with=web&with=rust&with=&without=&without=", "feeds/tags/rust+web/",
                        "in=tags/&join=any&with=web&with=rust&without=c", "feeds/tags/rust,web,-c/",
                        "in=tags/&join=all&with=rust&with=rust", "feeds/tags/rust/",
                        "in=tags/&join=any&with=rust", "feeds/tags/rust/",
                        "in=tags/&join=all&with=Web&with=c%2B%2B+", "feeds/tags/c+web/",
                        "in=tags/&without=rust", "feeds/tags/-rust/")
                .entrySet()) {
            assertThat(pages.form("feeds/all", form.getKey())).as(form.getKey()).isPresent();
            assertThat(pages.find("feeds/all", form.getKey())).as(form.getKey()).isEqualTo(seeOther(form.getValue()));
        }
    }

    @Test
    void an_impossible_form_shows_the_reason() {
        var pages = pages(site());

        for (var form : Map.of(
                        "in=tags/&join=all&with=&without=", "Nothing is chosen yet",
                        "in=tags/&join=all&join=any&with=rust&with=web", "either “all of these” or “any of these”",
                        "in=tags/&with=rust&without=rust", "“rust” cannot be both",
                        "in=tags/&with=%3Cscript%3E", "There is no “&lt;script&gt;” here",
                        "in=tags/&with=a&with=b&with=c&with=d&without=e&without=f", "6 are too many")
                .entrySet()) {
            var lookup = pages.find("feeds/tags/rust/", form.getKey());

            assertThat(lookup).as(form.getKey()).isInstanceOf(Lookup.Rejected.class);
            assertThat(text(((Lookup.Rejected<Document>) lookup).page()))
                    .contains("role=\"alert\"", form.getValue(), "rust</span></h1>");
        }
    }

    @Test
    void a_rejected_form_keeps_its_values() {
        var lookup = pages(site()).find("feeds/all", "in=tags/&join=any&with=web&without=web");

        assertThat(text(((Lookup.Rejected<Document>) lookup).page()))
                .contains("value=\"any\" checked")
                .contains("<input name=\"with\" value=\"web\"", "<input name=\"without\" value=\"web\"");
    }

    @Test
    void thousands_of_chosen_terms_do_not_enlarge_the_page() {
        var lookup = pages(site()).find("feeds/all", "in=tags/" + "&with=".repeat(1000) + terms(1000));

        assertThat(text(((Lookup.Rejected<Document>) lookup).page()).split("<input", -1))
                .hasSizeLessThan(14);
    }

    private static String terms(int count) {
        return IntStream.range(0, count).mapToObj(i -> "&with=t" + i).collect(Collectors.joining());
    }

    @Test
    void other_queries_are_ignored() {
        var pages = pages(site());

        for (var query : List.of("utm_source=x", "in=none/&with=rust", "with=rust", "%", "in=%zz")) {
            assertThat(pages.form("feeds/all", query)).as(query).isEmpty();
            assertThat(html(pages.find("feeds/all", query), query)).isEqualTo(html(pages, "feeds/all"));
        }
    }

    @Test
    void a_site_with_one_tag_has_no_form() {
        var site = TestSite.configured(TAGS)
                .page("a.md", "title = 'A'", "date = 2025-01-01", "taxonomies.tags = ['rust']");

        assertThat(html(pages(site), "feeds/tags/rust/")).doesNotContain("<form");
    }

    @Test
    void the_head_has_a_limited_number_of_feeds() {
        var site = site();
        for (int i = 0; i < 40; i++) {
            site.page("s" + i + "/_index.md", "title = 'S'", "generate_feeds = true");
        }

        assertThat(html(pages(site), "feeds/").split("rel=\"alternate\"", -1)).hasSize(21);
    }

    @Test
    void a_page_offers_readers_with_the_encoded_address_of_the_feed() {
        var readers = new TreeMap<>(Map.of("Mine", "https://reader.example.org/add?a={url}&b=1"));
        var design = new PageDesign(Optional.empty(), Optional.empty(), readers, Map.of());

        assertThat(html(pages(site(), design), "feeds/tags/rust+web/"))
                .contains("href=\"https://reader.example.org/add?a="
                        + "https%3A%2F%2Fexample.org%2Ftags%2Frust%2Bweb%2Fatom.xml&amp;b=1\"")
                .doesNotContain("feedly.com");
    }

    @Test
    void the_owner_can_replace_texts_in_the_default_language() {
        var site = TestSite.configured(TAGS, "[languages.fr]")
                .page("a.md", "title = 'A'", "date = 2025-01-01")
                .page("a.fr.md", "title = 'Un'", "date = 2025-01-01");
        var design =
                new PageDesign(Optional.empty(), Optional.empty(), Map.of(), Map.of("feed_subscribe", "Follow <me>"));

        assertThat(html(pages(site, design), "feeds/all")).contains("Follow &lt;me&gt;</h2>");
        assertThat(html(pages(site, design), "feeds/fr/")).contains("S’abonner</h2>");
    }

    @Test
    void a_page_has_the_accent_and_the_style_sheet_of_the_site() {
        var design = new PageDesign(Optional.of("#a01c5b"), Optional.of("css/feeds.css"), Map.of(), Map.of());
        var pages = pages(site(), design);
        var page = html(pages, "feeds/tags/rust/");
        var style = page.replaceAll("(?s).*?<link rel=\"stylesheet\" href=\"../../../([^\"]*)\".*", "$1");

        assertThat(page).containsSubsequence(style, "<link rel=\"stylesheet\" href=\"../../../css/feeds.css\">");
        assertThat(html(pages, style)).contains("--accent: #a01c5b;");
        assertThat(html(pages(site()), "feeds/tags/rust/")).doesNotContain(style);
    }

    @Test
    void a_page_shows_the_icon_of_the_site() {
        var site = site().file("feedside.toml", "icon = '/my%20icon.png'\nlogo = 'https://cdn.example/logo.png'");

        assertThat(html(pages(site), "feeds/all"))
                .contains(
                        "<link rel=\"icon\" href=\"../my%20icon.png\">",
                        "<img src=\"../my%20icon.png\" alt=\"\"",
                        "<meta property=\"og:image\" content=\"https://cdn.example/logo.png\">",
                        "<meta property=\"og:url\" content=\"https://example.org/feeds/all\">");
    }

    @Test
    void an_icon_of_another_server_is_not_loaded() {
        var page = html(pages(site().file("feedside.toml", "icon = 'https://cdn.example/i.png'")), "feeds/all");

        assertThat(page)
                .doesNotContain("<img")
                .containsPattern("<link rel=\"icon\" href=\"../feeds/icon-[0-9a-f]{12}.svg\">");
    }

    @Test
    void a_post_is_shown_with_its_picture_if_the_site_has_the_file() {
        var site = site().page(
                        "posts/own/index.md", "title = 'Own'", "date = 2025-02-01", "extra.image = '/img/a b.jpg'")
                .page(
                        "posts/cdn.md",
                        "title = 'Cdn'",
                        "date = 2025-02-02",
                        "extra.image = 'https://cdn.example/b.jpg'");

        assertThat(html(pages(site), "feeds/all"))
                .contains("<img src=\"../img/a%20b.jpg\" alt=\"\"")
                .doesNotContain("cdn.example");
    }

    @Test
    void a_page_has_the_address_of_the_feed_as_a_qr_code() {
        var path = QrImage.of("https://example.org/tags/rust/atom.xml")
                .orElseThrow()
                .path();

        assertThat(html(pages(site()), "feeds/tags/rust/")).contains("d=\"" + path + "\"");
    }
}
