package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** `check --public` on the built pages of a generator. */
class CheckPublicTest extends CommandRun {
    private static final String ATOM = link("application/atom+xml", "All posts", "https://example.org/blog/atom.xml");
    private static final String JSON = link("application/feed+json", "All posts", "https://example.org/blog/feed.json");
    private static final String RUST =
            link("application/atom+xml", "rust", "https://example.org/blog/tags/rust/atom.xml");
    private static final String EXAMPLE = "link to an existing feed, such as https://example.org/blog/atom.xml";

    @BeforeEach
    void write_a_site() throws IOException {
        file("zola.toml", """
                        base_url = "https://example.org/blog"
                        title = "T"
                        taxonomies = [{ name = "tags" }]
                        """);
        file("content/a.md", "+++\ntitle = \"A\"\ndate = 2025-01-01\ntaxonomies.tags = [\"rust\", \"Größe\"]\n+++\n");
        file("feedside.toml", "[http.moved]\n\"feed.xml\" = \"rss.xml\"\n");
        Files.createDirectories(site.resolve("public"));
    }

    private CheckPublicTest file(String path, String text) throws IOException {
        write(path, text);
        return this;
    }

    /** Writes a page with these lines in its head; the first is line 3 of the file. */
    private CheckPublicTest page(String path, String... head) throws IOException {
        return file(
                "public/" + path,
                "<!DOCTYPE html>\n<html><head>\n%s\n<title>x</title></head><body>x</body></html>\n"
                        .formatted(String.join("\n", head)));
    }

    private static String link(String type, String title, String href) {
        return "<link rel=\"alternate\" type=\"%s\" title=\"%s\" href=\"%s\">".formatted(type, title, href);
    }

    /** The reported problems, with paths relative to the folder of the pages. */
    private List<String> said() {
        out.getBuffer().setLength(0);
        assertThat(feedside("check", site.toString(), "--public", site + "/public"))
                .isZero();
        return out.toString()
                .lines()
                .filter(line -> line.contains("/public"))
                .map(line -> line.replace(site + "/public/", ""))
                .toList();
    }

    @Test
    void pages_that_name_their_feeds_are_fine() throws IOException {
        page("index.html", ATOM, JSON)
                .page("a/index.html", "  " + link("application/rss+xml; charset=utf-8", "RSS", "/blog/rss.xml"))
                .page("tags/rust/index.html", RUST, ATOM)
                .page(
                        "about.html",
                        "<base href=\"https://example.org/blog/tags/\">",
                        link("Application/Atom+XML", "All", "../atom.xml"))
                .page(
                        "tags/grosse/index.html",
                        link("application/atom+xml", "G", "https://example.org/blog/tags/grosse/atom.xml"))
                .page(
                        "tags/rust/more.html",
                        link("application/atom+xml", "", "https://example.org/blog/tags/grosse+rust/atom.xml"));

        assertThat(said()).isEmpty();
        assertThat(out.toString()).isEqualTo("1 post, 3 feeds, 6 pages, no problems\n");
    }

    @Test
    void a_page_without_a_feed_link_is_reported_at_its_head() throws IOException {
        page(
                "index.html",
                "<link rel=\"alternate\" hreflang=\"fr\" href=\"/fr/\">",
                "<link rel=stylesheet href=x.css>");

        assertThat(said())
                .containsExactly(
                        "index.html:2:7: warning: the page links to no feed, so readers find none: add <link rel=\"alternate\"> to the head of its template (`feedside snippet autodiscovery` prints it)");
    }

    @Test
    void many_pages_with_the_same_problem_are_summarized() throws IOException {
        for (int i = 10; i < 50; i++) {
            page("p%d/index.html".formatted(i));
        }

        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("p10/index.html:2:7: warning: the page links to no feed")
                .endsWith("(and 39 more like it)");
        assertThat(out.toString()).endsWith("1 post, 3 feeds, 40 pages, 1 problem\n");
    }

    @Test
    void pages_that_need_no_feed_link_are_skipped() throws IOException {
        page("old/index.html", "<meta http-equiv=\"Refresh\" content=\"0; url=/blog/a/\">")
                .page("secret/index.html", "<meta name=\"robots\" content=\"NoIndex, nofollow\">")
                .page("404.html")
                .page(".hidden/index.html")
                .file("public/google1234.html", "google-site-verification: google1234.html")
                .file("public/data.json", "{}");

        assertThat(said()).isEmpty();
    }

    @Test
    void an_unknown_feed_is_reported_with_an_existing_one() throws IOException {
        page("index.html", link("application/rss+xml", "RSS", "https://example.org/blog/index.xml"))
                .page("root/index.html", link("application/atom+xml", "Atom", "/atom.xml"));

        assertThat(said())
                .containsExactly(
                        "index.html:3:1: warning: the site has no feed at https://example.org/blog/index.xml: "
                                + EXAMPLE.replace("atom.xml", "rss.xml"),
                        "root/index.html:3:1: warning: the site has no feed at https://example.org/atom.xml: "
                                + EXAMPLE);
    }

    @Test
    void a_broken_relative_url_is_reported() throws IOException {
        page("index.html", link("application/atom+xml", "All", "atom.xml"))
                .page("a/b/index.html", link("application/atom+xml", "All", "atom.xml"))
                .page("c/index.html", link("application/atom+xml", "All", "atom.xml"));

        assertThat(said())
                .containsExactly(
                        "a/b/index.html:3:1: warning: `atom.xml` leads from this page to https://example.org/blog/a/b/atom.xml, where there is no feed: "
                                + EXAMPLE + " (and 1 more like it)");
    }

    @Test
    void another_host_or_scheme_is_reported() throws IOException {
        page("index.html", link("application/atom+xml", "All", "http://example.org/blog/atom.xml"))
                .page("a/index.html", link("application/atom+xml", "All", "https://www.example.net/feed"))
                .page("b/index.html", link("application/atom+xml", "All", "https://www.example.net/other"));

        assertThat(said())
                .containsExactly(
                        "a/index.html:3:1: warning: https://www.example.net/feed is not on the host of the site, https://example.org: remove it, or link to a feed of this site (and 1 more like it)",
                        "index.html:3:1: warning: http://example.org/blog/atom.xml is not on the host of the site, https://example.org: write https://example.org/blog/atom.xml");
    }

    @Test
    void a_wrong_or_missing_type_is_reported() throws IOException {
        page("index.html", link("application/rss+xml", "All", "/blog/atom.xml"), link("text/xml", "R", "/blog/rss.xml"))
                .page("a/index.html", "<link rel=alternate title=J href=/blog/feed.json>");

        assertThat(said())
                .containsExactly(
                        "a/index.html:3:1: warning: without a type, readers do not recognise this as a feed: write type=\"application/feed+json\"",
                        "index.html:3:1: warning: `application/rss+xml` is not the type of this feed: write type=\"application/atom+xml\"",
                        "index.html:4:1: warning: `text/xml` is not the type of this feed: write type=\"application/rss+xml\"");
    }

    @Test
    void a_page_of_a_tag_links_to_the_feed_of_the_tag_first() throws IOException {
        page("tags/rust/index.html", ATOM, RUST)
                .page("tags/grosse/index.html", ATOM)
                .page("tags/index.html", ATOM);

        assertThat(said())
                .containsExactly(
                        "tags/grosse/index.html:3:1: warning: readers use the first feed of a page, but this is not the feed of its term: put https://example.org/blog/tags/grosse/atom.xml first (and 1 more like it)");
    }

    @Test
    void two_feeds_with_the_same_title_are_reported_but_not_two_formats_of_one_feed() throws IOException {
        page(
                "index.html",
                link("application/atom+xml", "Atom", "/blog/atom.xml"),
                link("application/feed+json", "Atom", "/blog/feed.json"),
                link("application/atom+xml", "Atom", "/blog/tags/rust/atom.xml"));

        assertThat(said())
                .containsExactly(
                        "index.html:5:1: warning: two feeds of this page have the title \"Atom\", so people cannot tell them apart: give this one another title");
    }

    @Test
    void a_moved_feed_is_reported_with_its_new_url() throws IOException {
        page("index.html", link("application/rss+xml", "RSS", "/blog/feed.xml"))
                .page("b.html", link("application/atom+xml", "Both", "/blog/tags/rust+grosse/atom.xml"));

        assertThat(said())
                .containsExactly(
                        "b.html:3:1: warning: the feed of https://example.org/blog/tags/rust+grosse/atom.xml has another address: write https://example.org/blog/tags/grosse+rust/atom.xml",
                        "index.html:3:1: warning: the feed of https://example.org/blog/feed.xml has another address: write https://example.org/blog/rss.xml");
    }

    @Test
    void a_feed_that_is_a_file_of_the_site_exists() throws IOException {
        page("index.html", ATOM, link("application/rss+xml", "Podcast", "/blog/podcast.xml"))
                .file("public/podcast.xml", "<rss/>");

        assertThat(said()).isEmpty();
    }

    @Test
    void large_files_and_links_out_of_the_folder_are_skipped() throws IOException {
        page("index.html", ATOM).file("outside/index.html", "<html><head></head></html>");
        Files.createSymbolicLink(site.resolve("public/link"), site.resolve("outside"));
        Files.createSymbolicLink(site.resolve("public/page.html"), site.resolve("outside/index.html"));
        Files.createSymbolicLink(site.resolve("public/self"), site.resolve("public"));
        Files.write(
                site.resolve("public/large.html"),
                "<html>x</html>".repeat(400_000).getBytes(StandardCharsets.UTF_8));

        assertThat(said())
                .containsExactly("large.html:1:1: warning: the page is larger than 5000000 bytes and was skipped");
        assertThat(out.toString()).endsWith("2 pages, 1 problem\n");
    }

    @Test
    void a_missing_folder_is_reported_together_with_all_other_errors() throws IOException {
        file("feedside.toml", "prot = 1\n");

        var code = new CommandLine(new Feedside())
                .setOut(new PrintWriter(out))
                .execute("check", site.toString(), "--public", site + "/nowhere");

        assertThat(code).isEqualTo(2);
        assertThat(out.toString())
                .contains("nowhere:1:1: error: there is no such folder: build the site first")
                .contains("unknown key `prot`");
    }

    @Test
    void json_contains_the_number_of_pages() throws IOException {
        page("index.html");

        new CommandLine(new Feedside())
                .setOut(new PrintWriter(out))
                .execute("check", site.toString(), "--public", site + "/public", "--json");

        assertThat(out.toString())
                .contains("\"pages\": 1", "\"warnings\": 1", "\"file\": \"%s/public/index.html\"".formatted(site));
    }
}
