package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds and pages as files of a built site. */
class StaticOutputTest extends CommandRun {
    private static final String HOME = "https://example.org/";

    private Path built = Path.of("");

    @BeforeEach
    void writeSite() throws IOException {
        write("zola.toml", """
                base_url = "https://example.org"
                title = "T"
                taxonomies = [{ name = "tags", feed = true }]
                """);
        write("feedside.toml", "limit = 2\narchives = true\n");
        for (var day = 1; day <= 5; day++) {
            write("content/post-%d.md".formatted(day), """
                    +++
                    title = "Post %d"
                    date = 2025-01-0%d
                    taxonomies.tags = ["a", "b"]
                    +++
                    Text
                    """.formatted(day, day));
        }
        built = Files.createDirectory(site.resolve("public"));
    }

    private int build(String... more) {
        var arguments = new ArrayList<>(List.of("build", site.toString(), "--output", built.toString()));
        arguments.addAll(List.of(more));
        return feedside(arguments.toArray(String[]::new));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(StaticOutputTest::isFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path) && !path.toString().contains(".feedside");
    }

    @Test
    void the_feeds_are_those_of_an_ordinary_build() throws IOException {
        feedside("build", site.toString());

        assertThat(build()).isZero();

        assertThat(err.toString()).isEmpty();
        var ordinary = files(site.resolve("feeds"));
        assertThat(files(built)).containsAllEntriesOf(ordinary);
    }

    @Test
    void every_link_between_pages_feeds_and_archives_leads_to_a_file() throws IOException {
        build();

        var pages = files(built);
        pages.keySet().removeIf(path -> !path.endsWith(".html"));
        assertThat(pages)
                .containsOnlyKeys(
                        "feeds/index.html",
                        "feeds/all/index.html",
                        "feeds/tags/a/index.html",
                        "feeds/tags/b/index.html");
        for (var page : pages.entrySet()) {
            var document = Jsoup.parse(page.getValue(), HOME + page.getKey());
            // The links to feed readers lead to other servers.
            document.select("[aria-labelledby=readers]").remove();
            for (var link : document.select("[href*=feed], [href$=.xml], [src]")) {
                assertThat(fileAt(link.absUrl(link.hasAttr("src") ? "src" : "href")))
                        .isRegularFile();
            }
            assertThat(document.select("form")).isEmpty();
        }
        var newest = Files.readString(built.resolve("atom.xml"));
        var archive = Jsoup.parse(newest, HOME, Parser.xmlParser()).selectFirst("link[rel=prev-archive]");
        assertThat(fileAt(Objects.requireNonNull(archive).attr("href"))).isRegularFile();
    }

    /** The file that a web server sends for a URL: of a folder, its index.html. */
    private Path fileAt(String url) {
        assertThat(url).startsWith(HOME);
        var file = built.resolve(url.substring(HOME.length()));
        return Files.isDirectory(file) ? file.resolve("index.html") : file;
    }

    @Test
    void nothing_private_is_written() throws IOException {
        write("content/draft.md", "+++\ntitle = \"Secret\"\ndate = 2025-01-09\ndraft = true\n+++\n");

        build();

        assertThat(files(built))
                .isNotEmpty()
                .allSatisfy((path, text) -> assertThat(text).doesNotContain("Secret", "content/"));
        assertThat(built.resolve(".feedside")).doesNotExist();
    }

    @Test
    void the_rules_of_the_author_in_headers_stay() throws IOException {
        write("public/_headers", "/*\n  X-Frame-Options: DENY");

        build();
        var once = Files.readString(built.resolve("_headers"));
        Files.writeString(built.resolve("_headers"), once.replace("\n", "\r\n"));
        build();
        Files.writeString(built.resolve("_headers"), "/mine\n  A: b", StandardOpenOption.APPEND);
        build();

        assertThat(once)
                .startsWith(
                        "/*\n  X-Frame-Options: DENY\n# Feedside's rules begin here; each build replaces them.\n/*/atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n")
                .contains(
                        "\n/atom.xml\n",
                        "\n/feed.json\n  Content-Type: application/feed+json\n",
                        "Access-Control-Allow-Origin: *")
                .endsWith("\n# Feedside's rules end here.\n");
        var rules = once.substring(once.indexOf("# Feedside's"));
        assertThat(Files.readString(built.resolve("_headers")))
                .isEqualTo("/*\r\n  X-Frame-Options: DENY\r\n/mine\n  A: b\n" + rules);
    }

    @Test
    void with_a_state_the_dates_of_the_feeds_stay() throws IOException {
        build("--state", site.resolve("state").toString());
        var first = files(built);
        write(
                "content/post-5.md",
                "+++\ntitle = \"Post 5\"\ndate = 2025-01-05\ntaxonomies.tags = [\"a\", \"b\"]\n+++\nMore\n");
        build("--state", site.resolve("state").toString());
        var second = files(built);
        build("--state", site.resolve("state").toString());

        assertThat(updated(second)).isGreaterThan(updated(first));
        assertThat(files(built)).isEqualTo(second);
    }

    private static String updated(Map<String, String> files) {
        var feed = Jsoup.parse(Objects.requireNonNull(files.get("atom.xml")), HOME, Parser.xmlParser());
        return Objects.requireNonNull(feed.selectFirst("feed > updated")).text();
    }

    @Test
    void options_that_would_publish_the_state_are_refused() {
        assertThat(build("--state", built.resolve("state").toString())).isEqualTo(2);
        assertThat(build("--feeds", site.resolve("state").toString())).isEqualTo(2);
        assertThat(feedside("build", site.toString(), "--state", "x")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "error: --state must be outside of --output, whose files are public; see `feedside build --help`",
                        "error: --output and --feeds exclude each other: --state names the folder of the state; see `feedside build --help`",
                        "error: --state and --previous need --output; see `feedside build --help`");
        assertThat(built).isEmptyDirectory();
    }

    @Test
    void a_state_that_a_link_leads_into_the_output_is_refused() throws IOException {
        Files.createSymbolicLink(site.resolve("link"), built);

        assertThat(build("--state", site.resolve("link/state").toString())).isEqualTo(2);
        assertThat(built).isEmptyDirectory();
    }

    @Test
    void an_output_that_does_not_exist_is_an_error() {
        assertThat(feedside(
                        "build",
                        site.toString(),
                        "--output",
                        site.resolve("pubic").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("error: %s/pubic is not a folder: --output names the site that the generator has built\n"
                        .formatted(site));
        assertThat(site.resolve("pubic")).doesNotExist();
    }

    @Test
    void a_page_of_the_site_is_never_replaced() throws IOException {
        write("public/feeds/index.html", "<h1>My feeds</h1>");

        assertThat(build()).isZero();
        assertThat(err.toString()).startsWith(built + "/feeds/index.html:1:1: warning: the site has its own page here");
        assertThat(built.resolve("feeds/index.html")).hasContent("<h1>My feeds</h1>");
        err.getBuffer().setLength(0);
        build();
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void feeds_that_moved_or_were_retired_are_left_to_the_redirects_of_the_host() throws IOException {
        write("feedside.toml", """
                limit = 2
                archives = true
                [http]
                retired = ["tags/a/"]
                moved = { "tags/b/" = "tags/c/" }
                """);

        assertThat(build()).isZero();

        assertThat(files(built).keySet()).noneMatch(path -> path.startsWith("tags/"));
    }

    @Test
    void no_hub_is_announced_because_nobody_notifies_it() throws IOException {
        write("feedside.toml", "hub = \"https://hub.example.org/\"\n");

        build();

        assertThat(files(built))
                .isNotEmpty()
                .allSatisfy((path, text) -> assertThat(text).doesNotContain("hub.example"));
    }

    @Test
    void a_state_in_a_built_site_is_a_warning() throws IOException {
        write("public/index.html", "<p>Home</p>");

        assertThat(feedside("build", site.toString(), "--feeds", built.toString()))
                .isZero();

        assertThat(err.toString())
                .isEqualTo(built
                        + ":1:1: warning: this is a built site, and the state in its folder .feedside must not be published: use --output"
                        + " instead of --feeds\n");
    }

    @Test
    void a_site_that_cannot_be_read_leaves_the_built_site_as_it_is() throws IOException {
        write("zola.toml", "base_url = 7\n");

        assertThat(build()).isEqualTo(2);
        assertThat(built).isEmptyDirectory();
    }
}
