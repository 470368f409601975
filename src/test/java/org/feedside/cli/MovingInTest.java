package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.feedside.base.text.TextResource;
import org.feedside.formats.reading.ImportedFeed;
import org.feedside.testing.ValidFeed;
import org.junit.jupiter.api.Test;

/** Moving a site to Feedside or to another URL, and the effect on its readers. */
class MovingInTest extends CommandRun {
    @Override
    protected int feedside(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return super.feedside(arguments);
    }

    private void post(String path, String... frontMatter) throws IOException {
        write("content/" + path, "+++\n" + String.join("\n", frontMatter) + "\n+++\nText\n");
    }

    private void configure(String baseUrl, String... lines) throws IOException {
        write("zola.toml", "base_url = \"%s\"\ntitle = \"T\"\n%s\n".formatted(baseUrl, String.join("\n", lines)));
    }

    private void writeSite() throws IOException {
        configure("http://example.org");
        post("one.md", "title = \"One\"", "date = 2025-01-01");
        post("two.md", "title = \"Two\"", "date = 2025-01-02");
        post("three.md", "title = \"Three\"", "date = 2025-01-03");
    }

    private Path resource(String name) throws IOException {
        var text = TextResource.text(MovingInTest.class, "/org/feedside/tools/imports/" + name);
        return Files.writeString(site.resolve("old-" + name), text);
    }

    private String feed(String path) throws IOException {
        return Files.readString(site.resolve("feeds").resolve(path));
    }

    private int build() {
        return feedside("build", site.toString());
    }

    @Test
    void moving_a_published_site_to_https_reports_the_consequence_and_both_options() throws IOException {
        writeSite();
        build();
        var published = feed("atom.xml");

        configure("https://example.org");

        assertThat(build()).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "%1$s/zola.toml:1:1: error: every reader would show 3 posts as new again, because their ids change with base_url from http://example.org to https://example.org, for example from http://example.org/one/ to https://example.org/one/. To keep the ids, run: feedside import %1$s/feeds/atom.xml %1$s. To publish the new ids anyway, add --accept-new-ids once. For a private preview, use another folder with --feeds\n"
                                .formatted(site));
        assertThat(feed("atom.xml")).isEqualTo(published);

        assertThat(feedside("serve", site.toString(), "--port", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("every reader would show 3 posts as new again");
    }

    @Test
    void import_skips_an_empty_line_before_the_declaration() throws IOException {
        writeSite();
        write(
                "old.xml",
                "\n<?xml version='1.0'?><rss version='2.0'><channel><link>http://old.example.org/</link><item><link>http://old.example.org/one/</link><guid isPermaLink='false'>old-1</guid></item></channel></rss>");

        assertThat(feedside("import", site + "/old.xml", site.toString())).isZero();

        assertThat(err.toString()).contains("old.xml:1:1: warning: white space before `<?xml` is skipped");
        assertThat(Files.readString(site.resolve("feedside-ids.toml"))).contains("old-1");
    }

    @Test
    void import_of_its_own_feed_keeps_the_ids_at_the_new_address() throws IOException {
        writeSite();
        build();
        configure("https://example.org");

        var code = feedside("import", site + "/feeds/atom.xml", site.toString());

        assertThat(code).isZero();
        assertThat(out)
                .hasToString(
                        "3 of 3 entries are posts of this site; 3 written to %s/feedside-ids.toml\n".formatted(site));
        assertThat(Files.readString(site.resolve("feedside-ids.toml"))).endsWith("""

                        ["one.md"]
                        id = "http://example.org/one/"

                        ["three.md"]
                        id = "http://example.org/three/"

                        ["two.md"]
                        id = "http://example.org/two/"
                        """);
        assertThat(build()).isZero();
        assertThat(feed("atom.xml"))
                .contains("<id>http://example.org/two/</id>", "href=\"https://example.org/two/\"")
                .doesNotContain("<id>https://example.org/two/</id>");
        assertThat(feed("rss.xml"))
                .contains("<guid isPermaLink=\"false\">http://example.org/two/</guid>")
                .contains("<link>https://example.org/two/</link>");
        assertThat(ValidFeed.problems(Files.readAllBytes(site.resolve("feeds/atom.xml")), Instant.now()))
                .isEmpty();
    }

    @Test
    void new_ids_are_accepted_once() throws IOException {
        writeSite();
        build();
        configure("https://example.org");

        assertThat(feedside("build", site.toString(), "--accept-new-ids")).isZero();
        assertThat(feed("atom.xml"))
                .contains("<id>https://example.org/two/</id>")
                .doesNotContain("http://example.org");
        assertThat(build()).isZero();
        assertThat(out.toString()).contains(": 0 changed");
    }

    @Test
    void a_private_preview_at_another_url_does_not_change_the_feeds() throws IOException {
        writeSite();
        build();

        assertThat(feedside("build", site.toString(), "--base-url", "http://127.0.0.1:1111"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--base-url http://127.0.0.1:1111. To publish", "use another folder with --feeds");
        assertThat(feedside(
                        "build",
                        site.toString(),
                        "--base-url",
                        "http://127.0.0.1:1111",
                        "--feeds",
                        site.resolve("private").toString()))
                .isZero();
    }

    @Test
    void a_wordpress_blog_keeps_its_ids_and_times() throws IOException {
        var old = resource("wordpress.xml");
        configure("https://harbour.example");
        post("the-ferrys-new-timetable.md", "title = \"The ferry's new timetable\"", "date = 2020-07-04");
        post("knots.md", "title = \"Ropes & knots\"", "date = 2020-05-18");

        var code = feedside("import", old.toString(), site.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).startsWith("2 of 3 entries are posts of this site; 2 written to ");
        assertThat(err)
                .hasToString(
                        "%s:1:1: warning: \"Hello world!\" (http://harbour.example/2020/01/hello-world/) is not a post of this site: if it is, write [\"path/of/its-file.md\"] with id = \"http://harbour.example/?p=1\" into feedside-ids.toml\n"
                                .formatted(old));
        assertThat(build()).isZero();
        assertThat(feed("atom.xml"))
                .contains("<id>http://harbour.example/?p=57</id>", "<published>2020-07-04T07:12:45+00:00</published>")
                .contains("<id>http://harbour.example/?p=31</id>", "<published>2020-05-18T21:40:02+00:00</published>");
        assertThat(feed("rss.xml"))
                .contains("<guid isPermaLink=\"false\">http://harbour.example/?p=57</guid>")
                .contains("<pubDate>Sat, 04 Jul 2020 07:12:45 +0000</pubDate>")
                .contains("<guid isPermaLink=\"false\">http://harbour.example/?p=31</guid>")
                .contains("<pubDate>Mon, 18 May 2020 21:40:02 +0000</pubDate>");
    }

    @Test
    void a_jekyll_blog_keeps_its_ids_without_an_extension() throws IOException {
        var old = resource("jekyll.xml");
        configure("https://quay.example");
        post(
                "a-swim.md",
                "title = \"A swim\"",
                "date = 2021-06-01T18:30:00+02:00",
                "aliases = [\"walks/2021/06/01/a-walk-and-a-swim.html\"]");
        post(
                "port.md",
                "title = \"Café du port\"",
                "date = 2021-03-14T00:00:00+01:00",
                "path = \"2021/03/14/café-du-port\"");

        assertThat(feedside("import", old.toString(), site.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith("2 of 3 entries are posts of this site; 2 written to ");
        assertThat(err.toString()).contains("\"Welcome to Jekyll!\"").hasLineCount(1);
        assertThat(build()).isZero();
        assertThat(feed("atom.xml"))
                .contains("<id>https://quay.example/walks/2021/06/01/a-walk-and-a-swim</id>")
                .contains("<published>2021-06-01T18:30:00+02:00</published>")
                .contains("<updated>2021-06-02T05:00:00+00:00</updated>")
                .contains("<id>https://quay.example/2021/03/14/caf%C3%A9-du-port</id>");
        assertThat(feed("rss.xml"))
                .contains("<guid isPermaLink=\"false\">https://quay.example/walks/2021/06/01/a-walk-and-a-swim</guid>")
                .contains("<pubDate>Tue, 01 Jun 2021 18:30:00 +0200</pubDate>");
    }

    @Test
    void an_old_zola_feed_in_the_feeds_folder_is_reported_for_import() throws IOException {
        configure("https://pier.example");
        post("first.md", "title = \"First\"", "date = 2023-01-01");
        post("second.md", "title = \"Second\"", "date = 2023-02-02");
        post("three.md", "title = \"Third\"", "date = 2023-03-03", "updated = 2023-05-06");
        Files.createDirectories(site.resolve("feeds"));
        Files.move(resource("zola.xml"), site.resolve("feeds/atom.xml"));

        assertThat(build()).isEqualTo(2);
        assertThat(err.toString()).contains("run: feedside import %1$s/feeds/atom.xml %1$s.".formatted(site));

        assertThat(feedside("import", site + "/feeds/atom.xml", site.toString()))
                .isZero();
        assertThat(build()).isZero();
        assertThat(feed("atom.xml"))
                .contains("<id>http://pier.example/blog/first/</id>")
                .contains("<id>http://pier.example/blog/second/</id>")
                .contains("<id>http://pier.example/blog/third/</id>", "href=\"https://pier.example/three/\"")
                .contains("<updated>2023-05-06T00:00:00+00:00</updated>");
        assertThat(feed("rss.xml")).contains("<guid isPermaLink=\"false\">http://pier.example/blog/third/</guid>");
    }

    @Test
    void existing_ids_and_comments_are_kept() throws IOException {
        var old = resource("wordpress.xml");
        configure("https://harbour.example");
        post("knots.md", "title = \"Ropes & knots\"", "date = 2020-05-18");
        post("hello-world.md", "title = \"Hello\"", "date = 2020-01-02T09:13:00Z");
        var mine = "# My own.\n[\"knots.md\"]\nid = \"tag:harbour.example,2020:knots\" # for ever\n";
        write("feedside-ids.toml", mine);

        feedside("import", old.toString(), site.toString());
        assertThat(Files.readString(site.resolve("feedside-ids.toml")))
                .isEqualTo(mine + "\n[\"hello-world.md\"]\nid = \"http://harbour.example/?p=1\"\n");

        feedside("import", old.toString(), site.toString());
        assertThat(out.toString()).contains("2 of 3 entries are posts of this site; 0 written");
        assertThat(feedside("check", site.toString())).isZero();
    }

    @Test
    void import_without_a_feed_says_what_to_pass() throws IOException {
        writeSite();
        write("page.html", "<html><body/></html>");
        write("empty/notes.txt", "x");
        write("without.xml", "<rss version='2.0'><channel><title>T</title></channel></rss>");

        assertThat(feedside("import", site + "/none.xml", site.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.xml:1:1: error: no such file: pass a feed");
        assertThat(feedside("import", site + "/page.html", site.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("page.html:1:1: error: this is not an Atom or RSS feed");
        assertThat(feedside("import", site + "/empty", site.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("empty:1:1: error: none of the .xml files here is a feed");
        assertThat(feedside("import", site + "/without.xml", site.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("without.xml:1:1: error: the feed has no entries");
        assertThat(feedside("import", site + "/without.xml", site + "/empty")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no configuration here");
        assertThat(feedside("import")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Missing required parameter: 'OLD-FEED'")
                .doesNotContain("Exception");
        assertThat(site.resolve("feedside-ids.toml")).doesNotExist();
    }

    @Test
    void a_feed_above_the_size_limit_is_not_read() throws IOException {
        writeSite();
        try (var large = new RandomAccessFile(site.resolve("large.xml").toFile(), "rw")) {
            large.setLength(100_000_000);
        }

        assertThat(feedside("import", site + "/large.xml", site.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("larger than %d bytes".formatted(ImportedFeed.MAX_BYTES));
    }

    @Test
    void a_folder_of_feeds_is_read_as_one() throws IOException {
        writeSite();
        Files.createDirectories(site.resolve("old/tags"));
        Files.move(resource("zola.xml"), site.resolve("old/atom.xml"));
        write("old/tags/atom.xml", Files.readString(site.resolve("old/atom.xml")));
        write("old/sitemap.xml", "<urlset/>");

        assertThat(feedside("import", site + "/old", site.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith("0 of 3 entries are posts of this site");
        assertThat(err.toString()).contains("sitemap.xml:1:1: warning: this is not an Atom or RSS feed");
    }
}
