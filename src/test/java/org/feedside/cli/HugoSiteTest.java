package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What readers get of Hugo's sites, compared with what Hugo makes of them. */
class HugoSiteTest extends GeneratorRun {
    private void configure(String... lines) throws IOException {
        write("hugo.toml", "baseURL = 'https://a.example/'\ntitle = 'Garden'\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void references_lead_to_posts() throws IOException {
        configure();
        post("content/posts/old.md", "## Part", "title: Old", "date: 2025-01-01");
        post("content/posts/new.md", """
                [a]({{< ref "/posts/old.md" >}}) [b]({{< relref "old.md#part" >}}) [c]({{% relref "posts/old" %}}) [d][r]
                <a href="{{< ref "old" >}}">e</a> [f]({{< ref "gone" >}})

                [r]: {{< ref path="old" >}}
                """, "title: New", "date: 2025-01-02");

        publish();

        var old = "<a href=\"https://a.example/posts/old/";
        assertThat(content("New"))
                .contains(old + "\">a", old + "#part\">b", old + "\">c", old + "\">d", old + "\">e")
                .contains("<a href=\"https://a.example/posts/new/\">f");
        assertThat(err.toString()).contains("new.md:6:39: warning: there is no page `gone` below the content folder");
    }

    @Test
    void calls_that_cannot_be_rendered_are_removed_and_counted() throws IOException {
        configure();
        post("content/posts/a.md", """
                Read {{< ext url="https://x.example/" title="it" >}} first. {{< odd a= |"b" >}}

                {{% note %}}Mind the *gap*.{{% /note %}}

                Write `{{</* youtube id */>}}` or `{{ .Title }}`.
                """, "title: A", "date: 2025-01-02");

        publish();

        assertThat(content("A")).isEqualTo("""
                <p>Read  first. </p>
                <blockquote>
                <p>Mind the <em>gap</em>.</p>
                </blockquote>

                <p>Write <code>{{&lt; youtube id &gt;}}</code> or <code>{{ .Title }}</code>.</p>""");
        assertThat(err.toString()).contains("a.md:5:6: warning: 2 template tags left out");
    }

    @Test
    void each_section_has_its_own_permalink() throws IOException {
        write("config/_default/hugo.toml", "baseURL = 'https://a.example/'\ntitle = 'Garden'\n");
        write(
                "config/_default/permalinks.toml",
                "post = '/:year/:month/:slug/'\n[page]\nessays = '/:slugorfilename/'\n");
        post("content/post/a.md", "x", "title: A", "date: 2025-01-04");
        post("content/essays/Big Words.md", "x", "title: B", "date: 2025-01-03");
        post("content/notes/c.md", "x", "title: C", "date: 2025-01-02");
        post("content/reviews/2024/08/index.md", "x", "title: D", "date: 2025-01-01");

        publish();

        assertThat(urls())
                .containsExactly(
                        "https://a.example/2025/01/a/",
                        "https://a.example/big-words/",
                        "https://a.example/notes/c/",
                        "https://a.example/reviews/2024/08/");
    }

    @Test
    void the_cascade_of_a_section_counts_for_its_pages() throws IOException {
        configure();
        post("content/posts/a.md", "x", "title: A", "date: 2025-01-01");
        post(
                "content/secret/_index.md",
                "",
                "title: S",
                "cascade:",
                "  _build:",
                "    list: never",
                "    render: never");
        post("content/secret/deep/s.md", "x", "title: Secret", "date: 2025-01-02");
        post("content/wip/_index.md", "", "cascade:", "  - draft: true", "    target: {path: '/wip/old/**'}");
        post("content/wip/old/w.md", "x", "title: Unfinished", "date: 2025-01-02");
        post("content/wip/done.md", "x", "title: Done", "date: 2025-01-02");
        post("content/fr/_index.md", "", "cascade:", "  - draft: true", "    target: {lang: fr}");
        post("content/fr/f.md", "x", "title: French", "date: 2025-01-02");

        publish();

        assertThat(titles()).containsExactly("Done", "A");
        assertThat(err.toString())
                .contains("f.md:2:1: error: the post is left out, because only the generator knows its data in ");
    }

    @Test
    void each_section_and_term_has_a_feed_at_hugos_path() throws IOException {
        configure("rssLimit = 1");
        post("content/posts/a.md", "x", "title: A", "date: 2025-01-01", "tags: [one]");
        post("content/posts/b.md", "x", "title: B", "date: 2025-01-02");
        post("content/side-talks/deep/c.md", "x", "title: C", "date: 2025-01-03");
        post("content/notes/_index.md", "", "title: My notes");
        post("content/notes/d.md", "x", "title: D", "date: 2025-01-04");

        publish();

        assertThat(titles()).containsExactly("D");
        assertThat(site.resolve("feeds/posts/index.xml"))
                .content()
                .contains("<title>B</title>")
                .doesNotContain("<title>A<");
        assertThat(site.resolve("feeds/side-talks/index.xml")).content().contains("Side talks", "<title>C</title>");
        assertThat(site.resolve("feeds/notes/index.xml")).content().contains("My notes", "<title>D</title>");
        assertThat(site.resolve("feeds/tags/one/index.xml")).content().contains("<title>A</title>");
    }

    @Test
    void the_cascade_of_the_configuration_counts_too() throws IOException {
        configure(
                "[[cascade]]",
                "draft = true",
                "[cascade.target]",
                "path = '/wip/**'",
                "[[cascade]]",
                "build = {list = 'never'}",
                "[cascade._target]",
                "path = '/x/**'");
        post("content/posts/a.md", "x", "title: A", "date: 2025-01-01");
        post("content/wip/w.md", "x", "title: W", "date: 2025-01-01");
        post("content/x/y/b.md", "x", "title: B", "date: 2025-01-01");

        publish();

        assertThat(titles()).containsExactly("A");
    }

    @Test
    void languages_in_file_names_have_feeds_of_their_own() throws IOException {
        configure(
                "defaultContentLanguage = 'en'",
                "[languages.en]",
                "title = 'English'",
                "[languages.fr]",
                "title = 'Francais'");
        post("content/posts/hello.md", "x", "title: Hello", "date: 2025-01-01");
        post("content/posts/hello.fr.md", "x", "title: Bonjour", "date: 2025-01-01");
        post("content/posts/trip/index.md", "x", "title: Trip", "date: 2025-01-02");
        post("content/posts/trip/index.fr.md", "x", "title: Voyage", "date: 2025-01-02");

        publish();

        assertThat(urls()).containsExactly("https://a.example/posts/trip/", "https://a.example/posts/hello/");
        assertThat(entries("fr/feed.json"))
                .extracting(entry -> entry.get("url").asString())
                .containsExactly("https://a.example/fr/posts/trip/", "https://a.example/fr/posts/hello/");
        assertThat(site.resolve("feeds/fr/index.xml")).content().contains("<title>Francais</title>");
    }

    @Test
    void codes_of_languages_are_compared_without_case() throws IOException {
        configure(
                "defaultContentLanguage = 'zh-cn'",
                "[languages.zh-CN]",
                "title = 'A'",
                "[languages.EN]",
                "title = 'B'");
        post("content/posts/a/index.zh-cn.md", "x", "title: A", "date: 2025-01-01");
        post("content/posts/b/index.zh-cn.md", "x", "title: B", "date: 2025-01-02");
        post("content/posts/b/index.en.md", "x", "title: C", "date: 2025-01-02");

        publish();

        assertThat(urls()).containsExactly("https://a.example/posts/b/", "https://a.example/posts/a/");
        assertThat(entries("en/feed.json"))
                .extracting(entry -> entry.get("url").asString())
                .containsExactly("https://a.example/en/posts/b/");
    }

    @Test
    void a_path_with_a_leading_slash_is_not_below_the_folder_of_the_language() throws IOException {
        configure("[languages.en]", "title = 'A'", "[languages.fr]", "title = 'B'");
        post("content/a.fr.md", "x", "title: A", "date: 2025-01-01", "url: /fr/abc/", "description: [no, text]");

        publish();

        assertThat(entries("fr/feed.json"))
                .extracting(entry -> entry.get("url").asString())
                .containsExactly("https://a.example/fr/abc/");
    }

    @Test
    void languages_with_other_folders_are_left_out_and_named() throws IOException {
        configure(
                "defaultContentLanguage = 'ja'",
                "[languages.ja]",
                "contentDir = 'content/ja/'",
                "[languages.en]",
                "contentDir = 'content/en'");
        post("content/ja/posts/a.md", "x", "title: A", "date: 2025-01-01");
        post("content/en/posts/b.md", "x", "title: B", "date: 2025-01-01");

        publish();

        assertThat(urls()).containsExactly("https://a.example/posts/a/");
        assertThat(out.toString())
                .contains("Note: the posts in these languages are in other folders and are left out: en.\n");
    }

    @Test
    void dates_in_file_names_are_not_part_of_addresses() throws IOException {
        configure("[frontmatter]", "date = [':filename', ':default']");
        post("content/posts/2025-03-04-hello.md", "x", "title: Hello");

        publish();

        assertThat(urls()).containsExactly("https://a.example/posts/hello/");
        assertThat(entries("feed.json").get(0).get("date_published").asString()).startsWith("2025-03-04");
    }

    @Test
    void capitals_are_kept_in_addresses_if_hugo_keeps_them() throws IOException {
        configure("disablePathToLower = true");
        post("content/posts/My Trip.html", "<p>x</p>", "title: Trip", "date: 2025-01-01");

        publish();

        assertThat(urls()).containsExactly("https://a.example/posts/My-Trip/");
    }

    @Test
    void markdown_has_goldmarks_defaults() throws IOException {
        configure("enableEmoji = true");
        post(
                "content/posts/a.md",
                "Hello :smile: \"quoted\" -- dash ... https://a.example/x\n\nWord\n: Meaning",
                "title: A",
                "date: 2025-01-02");

        publish();

        assertThat(content("A"))
                .contains("Hello 😄 “quoted” – dash … <a href=\"https://a.example/x\"", "<dd>Meaning</dd>");
    }
}
