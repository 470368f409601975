package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What `check` reports although everything can be published. */
class CheckLintTest extends CommandRun {
    private static final String DATED = "title = \"T\"\ndate = 2025-01-01\n";

    @BeforeEach
    void write_a_site() throws IOException {
        write("zola.toml", "base_url = \"https://example.org\"\ntitle = \"T\"\ntaxonomies = [{ name = \"tags\" }]\n");
        write("content/blog/_index.md", "+++\n+++\n");
        post(
                "good",
                DATED + "[taxonomies]\ntags = [\"a\"]\n",
                "![p](/p.png) `{{ not_a(x=1) }}` <!-- {{ no(x=1) }} -->\n");
        write("static/p.png", "");
        write("templates/shortcodes/known.html", "");
    }

    private void post(String name, String keys, String text) throws IOException {
        write("content/blog/" + name + ".md", "+++\n" + keys + "+++\n" + text);
    }

    private String check() {
        out.getBuffer().setLength(0);
        assertThat(feedside("check", site.toString())).isZero();
        return out.toString().replace(site.toString() + "/", "");
    }

    @Test
    void a_good_site_has_no_problems() throws IOException {
        write("content/about.md", "+++\ntitle = \"About\"\n+++\n");
        write("content/blog/about.md", "+++\ntitle = \"About\"\n+++\n");
        write(
                "content/blog/folder/index.md",
                "+++\n" + DATED + "+++\n![](a%20b.png) <img src='https://x.example/y.png'>\n");
        write("content/blog/folder/a b.png", "");
        post("known", DATED, "{{ known(a=\"}\") }}\n{% known() %}\n```\n{{ x( \n```\n{% end %}\n");

        assertThat(check()).endsWith("no problems\n").doesNotContain("warning");
    }

    @Test
    void keys_without_effect_are_reported() throws IOException {
        post("tags", "tags = [\"a\"]\ntilte = \"x\"\n" + DATED, "");

        assertThat(check())
                .contains("content/blog/tags.md:2:1: warning: `tags` has no effect here")
                .contains("content/blog/tags.md:3:1: warning: the key `tilte` has no effect; did you mean `title`?");
    }

    @Test
    void a_post_without_a_date_is_reported() throws IOException {
        post("undated", "title = \"x\"\n", "");

        assertThat(check())
                .contains("content/blog/undated.md:1:1: warning: the post has no `date`, so it is in no feed");

        Files.delete(site.resolve("content/blog/good.md"));
        assertThat(check()).contains("content/blog/undated.md:1:1: warning: the post has no `date`");
    }

    @Test
    void a_shortcode_that_is_unknown_or_not_closed_is_reported() throws IOException {
        post("calls", DATED, "a {{ nothing(x=1) }}\n\nb {{ known(x=1)\n\n{{ known(x=1) }}\n");

        assertThat(check())
                .contains("content/blog/calls.md:5:3: warning: there is no template of the shortcode `nothing`")
                .contains("content/blog/calls.md:7:3: warning: the shortcode `known` is not closed");
    }

    @Test
    void a_picture_that_does_not_exist_is_reported() throws IOException {
        post("pictures", DATED, "![x](/none.png)\n<img class=\"a\" src=\"near.png\">\n![x](@/blog/none.png)\n");

        assertThat(check())
                .contains("content/blog/pictures.md:5:1: warning: there is no picture /none.png: put it in `static`")
                .contains("content/blog/pictures.md:6:1: warning: there is no picture near.png")
                .contains("content/blog/pictures.md:7:1: warning: there is no picture @/blog/none.png");
    }

    @Test
    void addresses_that_two_things_share_are_reported() throws IOException {
        write("content/feeds.md", "+++\ntitle = \"Feeds\"\n+++\n");
        post("c", DATED + "[taxonomies]\ntags = [\"C\", \"Web Dev\"]\n", "");
        post("sharp", DATED + "[taxonomies]\ntags = [\"web-dev\", \"C#\"]\n", "");

        assertThat(check())
                .contains(
                        "content/feeds.md:1:1: warning: https://example.org/feeds/ is also the address of Feedside's pages")
                .containsPattern("warning: `C#?` and `C#?` have the same address")
                .doesNotContain("dev` have");
    }

    @Test
    void files_and_pages_at_the_address_of_a_feed_are_reported() throws IOException {
        write("static/tags/a/atom.xml", "");
        write("static/feeds.opml", "");
        write("static/other.xml", "");
        write("content/page.md", "+++\ntitle = \"x\"\npath = \"atom.xml\"\n+++\n");

        assertThat(check())
                .contains("static/tags/a/atom.xml:1:1: warning: a feed of Feedside has the path of this file")
                .contains("static/feeds.opml:1:1: warning: a feed of Feedside has the path of this file")
                .contains("content/page.md:1:1: warning: a feed is at the path of this page, atom.xml: ")
                .contains(" 3 problems\n");

        write("static/.feedside/state.mv", "");
        assertThat(check()).contains(" 1 problem\n");
    }

    @Test
    void a_move_to_nowhere_is_reported_at_its_line() throws IOException {
        write(
                "feedside.toml",
                "[http.moved]\n\"a.xml\" = \"atom.xml\"\n\"b/\" = \"tags/\"\n\"c\" = \"blog/good\"\n\"d.xml\" = \"none.xml\"\n");

        assertThat(check())
                .contains("feedside.toml:5:1: warning: d.xml moved to none.xml, where there is no feed or page")
                .contains("1 problem\n");
    }

    @Test
    void the_explanation_of_a_post_has_all_sections() throws IOException {
        post(
                "explained",
                DATED + "updated = 2025-02-03\n[taxonomies]\ntags = [\"a\"]\n",
                "<script>x</script>\n\n<b>y</b> <style>z</style>\n");
        post("draft", DATED + "draft = true\n", "<script>x</script>");

        assertThat(explain("content/blog/explained.md")).isEqualTo("""
                        address: https://example.org/blog/explained/
                        id: https://example.org/blog/explained/
                        date: 2025-01-01
                        updated: 2025-02-03
                        in atom.xml
                        in tags/a/atom.xml
                        removed from its HTML: 1 × <script>
                        removed from its HTML: 1 × <style>
                        2 posts, 2 feeds, no problems
                        """);
        assertThat(json(explain("content/blog/explained.md", "--json"))).isEqualTo(json("""
                        {
                          "command": "check",
                          "posts": 2,
                          "feeds": 2,
                          "post": {
                            "feeds": [
                              "atom.xml",
                              "tags/a/atom.xml"
                            ],
                            "reasons": [],
                            "facts": {
                              "address": "https://example.org/blog/explained/",
                              "id": "https://example.org/blog/explained/",
                              "date": "2025-01-01",
                              "updated": "2025-02-03"
                            },
                            "removed": {
                              "script": 1,
                              "style": 1
                            }
                          },
                          "waiting": [],
                          "errors": 0,
                          "warnings": 0,
                          "advice": 0,
                          "problems": [],
                          "exit_code": 0
                        }
                        """));
        assertThat(explain("content/blog/draft.md")).isEqualTo("""
                        not in a feed: it is a draft
                        2 posts, 2 feeds, no problems
                        """);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private String explain(String file, String... options) {
        out.getBuffer().setLength(0);
        var arguments = Stream.concat(
                Stream.of("check", site.toString(), "--post", site.resolve(file).toString()), Stream.of(options));
        feedside(arguments.toArray(String[]::new));
        return out.toString();
    }

    @Test
    void one_post_is_explained() throws IOException {
        post("explained", DATED, "<script>x</script>\n\n<b>y</b>\n\n```\n<script>\n```\n");
        post("draft", DATED + "draft = true\n", "");
        post("later", "title = \"T\"\ndate = 2999-01-01\n", "");
        post("undated", "title = \"T\"\n", "");
        post("broken", "title = 1\n", "");
        post("unrendered", DATED + "render = false\n", "");

        assertThat(explain("content/blog/explained.md"))
                .contains("address: https://example.org/blog/explained/\nid: https://example.org/blog/explained/\n")
                .contains("date: 2025-01-01")
                .contains("in atom.xml\n")
                .contains("removed from its HTML: 1 × <script>\n");
        assertThat(explain("content/blog/draft.md")).contains("not in a feed: it is a draft\n");
        assertThat(explain("content/blog/later.md")).contains("not in a feed: it is scheduled for 2999");
        assertThat(explain("content/blog/undated.md")).contains("not in a feed: it has no `date`\n");
        assertThat(explain("content/blog/broken.md")).contains("not in a feed: it has an error: `title` must be");
        assertThat(explain("content/blog/unrendered.md")).contains("not in a feed: `render = false` excludes it\n");
        assertThat(explain("content/blog/_index.md")).contains("not in a feed: it is a section");
        assertThat(explain("none.md")).contains("not in a feed: it is not a page of the site");
    }
}
