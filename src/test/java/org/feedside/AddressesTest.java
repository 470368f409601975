package org.feedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.feedside.testing.TestSite;
import org.feedside.testing.ValidFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sites whose addresses have letters beyond ASCII: feeds have URIs where readers follow them, and Zola's ids. */
class AddressesTest {
    private static final String SETTINGS = """
            limit = 2
            archives = true
            section_feeds = true
            hub = "https://hub.example.org/тема"
            icon = "/знак.png"
            logo = "https://bilder.example.org/groß (1).png"
            """;

    private static TestSite chinese() {
        return site(
                        "https://b.example.org",
                        "default_language = 'zh'\ntaxonomies = [{ name = '标签', feed = true }]\n[slugify]\npaths = 'safe'\ntaxonomies = 'safe'\n")
                .page("文章/_index.md", "title = '文章'")
                .page("文章/你好.md", "title = '你好'", "date = 2024-01-01", "[taxonomies]", "'标签' = ['编程', 'C#']")
                .page("文章/再见.md", "title = '再见'", "date = 2024-01-02", "[taxonomies]", "'标签' = ['编程']")
                .page("三.md", "date = 2024-01-03");
    }

    private static TestSite russian() {
        return site(
                        "https://b.example.org/блог",
                        "default_language = 'ru'\ntaxonomies = [{ name = 'Метки' }]\n[slugify]\npaths = 'off'\ntaxonomies = 'off'\n")
                .page("Привет.md", "date = 2024-01-01", "[taxonomies]", "'Метки' = ['Дела', '50%']")
                .page("Ещё/День.md", "date = 2024-01-02", "[taxonomies]", "'Метки' = ['Дела']")
                .page("Третий.md", "date = 2024-01-03");
    }

    private static TestSite german() {
        return site("https://bücher.example:8443/", "[slugify]\npaths = 'off'\n")
                .page("Bücher&Hörspiele/_index.md", "title = 'Hören'")
                .page("Bücher&Hörspiele/eins/index.md", "date = 2024-01-01", "extra.enclosure = 'Tön [1].mp3'")
                .file("content/Bücher&Hörspiele/eins/Tön [1].mp3", "12345")
                .page("zwei.md", "date = 2024-01-02", "extra.enclosure = 'https://töne.example/Ä.mp3'")
                .page("drei.md", "date = 2024-01-03", "extra.enclosure = '/töne/ö.mp3'")
                .file("static/töne/ö.mp3", "1234");
    }

    static Stream<TestSite> sites() {
        return Stream.of(chinese(), russian(), german());
    }

    @ParameterizedTest
    @MethodSource("sites")
    void every_document_passes_the_validators_rules_for_addresses(TestSite site) {
        var read = site.read();

        assertThat(read.feeds().all()).hasSizeGreaterThan(1);
        read.documents()
                .forEach((path, bytes) -> assertThat(ValidFeed.problems(bytes, read.now()))
                        .as(path)
                        .isEmpty());
    }

    @Test
    void ids_stay_the_iris_that_zola_writes() {
        var rss = russian().read().text("rss.xml");

        assertThat(rss)
                .contains(
                        "<link>https://b.example.org/%D0%B1%D0%BB%D0%BE%D0%B3/%D0%A2%D1%80%D0%B5%D1%82%D0%B8%D0%B9/</link>")
                .contains("<guid isPermaLink=\"false\">https://b.example.org/блог/Третий/</guid>");
        assertThat(russian().read().feed("atom.xml").files().get(0).id())
                .isEqualTo("https://b.example.org/блог/atom.xml");
    }

    /** What follows the number sign would be a fragment, and readers would ask for another page. */
    @Test
    void a_number_sign_in_a_name_is_encoded() {
        var read = site(
                        "https://example.org",
                        "taxonomies = [{ name = 'tags' }]\n[slugify]\npaths = 'off'\ntaxonomies = 'off'\n")
                .page("What is C#?.md", "date = 2024-01-01", "taxonomies.tags = ['C#']")
                .read();

        var feed = read.feed("tags/C#/atom.xml");
        assertThat(feed.files().get(0).url()).isEqualTo("https://example.org/tags/C%23/atom.xml");
        assertThat(feed.page()).isEqualTo("https://example.org/tags/C%23/");
        assertThat(feed.entries().get(0).link()).isEqualTo("https://example.org/What%20is%20C%23%3F/");
        assertThat(feed.entries().get(0).id()).isEqualTo("https://example.org/What is C#?/");
    }

    @Test
    void an_internationalized_host_is_in_punycode_wherever_readers_connect_to_it() {
        var entries = german().file(
                        "content/vier.md",
                        "+++\ndate = 2024-01-04\n+++\n[r](/r) ![](ö.png) <https://müller.example/ä>\n")
                .read()
                .feed("atom.xml")
                .entries();

        assertThat(entries.get(0).id()).isEqualTo("https://bücher.example:8443/vier/");
        assertThat(entries.get(0).link()).isEqualTo("https://xn--bcher-kva.example:8443/vier/");
        assertThat(entries.get(0).content())
                .contains("href=\"https://xn--bcher-kva.example:8443/r\"")
                .contains("src=\"https://xn--bcher-kva.example:8443/vier/%C3%B6.png\"")
                .contains("href=\"https://xn--mller-kva.example/%C3%A4\"");
    }

    @Test
    void enclosures_with_umlauts_have_uris() {
        var read = german().file("feedside.toml", "").read();

        assertThat(read.feed("atom.xml").entries())
                .flatExtracting(entry -> entry.enclosure().stream().toList())
                .extracting(enclosure -> enclosure.url())
                .isEqualTo(List.of(
                        "https://xn--bcher-kva.example:8443/t%C3%B6ne/%C3%B6.mp3",
                        "https://xn--tne-sna.example/%C3%84.mp3",
                        "https://xn--bcher-kva.example:8443/B%C3%BCcher&H%C3%B6rspiele/eins/T%C3%B6n%20%5B1%5D.mp3"));
    }

    private static TestSite site(String baseUrl, String lines) {
        return TestSite.empty()
                .file("zola.toml", "base_url = '%s'\ntitle = 'Site'\n%s".formatted(baseUrl, lines))
                .file("feedside.toml", SETTINGS);
    }
}
