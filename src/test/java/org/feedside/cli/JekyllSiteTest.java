package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What readers get of Jekyll's sites, compared with what Jekyll and jekyll-feed make of them. */
class JekyllSiteTest extends GeneratorRun {
    private void configure(String... lines) throws IOException {
        write("_config.yml", "title: Trains\nurl: https://a.example\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void addresses_in_liquid_are_filled_in() throws IOException {
        configure("baseurl: /notes");
        post("_posts/2025-01-01-old.md", "x", "title: Old");
        post("_posts/2025-01-02-new.md", """
                ![a]({{ site.baseurl }}/a.png) ![b]({{ "/b.png" | relative_url }}) <img src="{{ 'c.png' | absolute_url }}">
                [up]({{ site.url }}{{ site.baseurl }}/)
                [o1]({% post_url 2025-01-01-old %}) [o2]({% link _posts/2025-01-01-old.md %}) [o3]({{ site.baseurl }}{% post_url 2025-01-01-old %})
                """, "title: New");

        publish();

        var old = "https://a.example/notes/2025/01/01/old.html";
        assertThat(content("New"))
                .contains(
                        "src=\"https://a.example/notes/a.png\"",
                        "src=\"https://a.example/notes/b.png\"",
                        "src=\"https://a.example/notes/c.png\"",
                        "href=\"https://a.example/notes/\"",
                        "href=\"%s\" rel=\"external\">o1".formatted(old),
                        "href=\"%s\" rel=\"external\">o2".formatted(old),
                        "href=\"%s\" rel=\"external\">o3".formatted(old));
    }

    @Test
    void comments_and_conditional_parts_never_reach_readers() throws IOException {
        configure();
        post("_posts/2025-01-02-a.md", """
                One {% comment %}hidden 1{% endcomment %} two.

                {%- comment -%}
                hidden 2 {% comment %}x{% endcomment %} hidden 3
                {%- endcomment -%}

                {% if a %}hidden 4{% if b %}{% endif %}hidden 5{% else %}hidden 6{% endif %}
                {% unless a %}hidden 7{% endunless %}{% assign x = 5 %}{% capture y %}hidden 8{% endcapture %}

                {% raw %}Kept {% if %} {{ braces }}{% endraw %}

                {% highlight ruby %}
                puts "kept"
                {% endhighlight %}

                {% include box.html text="hidden 9" %}

                End. {% comment %}hidden 10, never closed
                """, "title: A");

        publish();
        feedside("check", site.toString());

        assertThat(content("A"))
                .contains("One  two.", "Kept {% if %} {{ braces }}", "puts \"kept\"", "End.")
                .doesNotContain("hidden");
        assertThat(out.toString())
                .contains(
                        "a.md:4:1: warning: 7 template tags left out of the feeds from here on, because only the generator can render them");
    }

    @Test
    void an_unknown_value_in_an_address_leads_to_the_post() throws IOException {
        configure();
        post(
                "_posts/2025-01-02-a.md",
                "[x]({{ page.other }}/{{ y }}/z.md) ![y]({{ z }}/p.png) <img src=\"{{ z }}/q.png\">",
                "title: A");

        publish();

        var link = "<a href=\"https://a.example/2025/01/02/a.html\" rel=\"external\">";
        assertThat(content("A")).isEqualTo("<p>%sx</a> %sy</a> <img></p>".formatted(link, link));
    }

    @Test
    void titles_in_liquid_are_filled_in() throws IOException {
        configure();
        post("_posts/2025-01-02-a.md", "{{ page.title }}\n====\n\nOn {{ site.title | escape }}.", "title: Aha");

        publish();

        assertThat(content("Aha")).contains(">Aha</h1>", "On Trains.");
    }

    @Test
    void kramdowns_attributes_and_comments_are_removed() throws IOException {
        configure();
        post("_posts/2025-01-02-a.md", """
                * contents
                {:toc}

                A paragraph.
                {: .note #id1 }

                ![pic](/p.png){: width="200" } and [a link](http://x.example){:target="_blank"} and `code {:.x}`.

                | a | b |
                |---|---|
                | 1 | 2 |
                {: .table}

                <div markdown="1">
                *inner*
                </div>

                {::comment}
                hidden
                {:/comment}

                Word
                : Meaning
                """, "title: A");

        publish();

        assertThat(content("A"))
                .contains(
                        "alt=\"pic\"> and <a",
                        "</a> and <code>code {:.x}</code>.",
                        "<em>inner</em>",
                        "<dd>Meaning</dd>")
                .doesNotContain("contents", "hidden", "{:toc", "{: ", ".table");
    }

    @Test
    void only_posts_with_front_matter_are_published() throws IOException {
        configure("exclude: [secret/, draft*]");
        post("_posts/2025-01-02-a.md", "x", "title: A");
        post("_posts/2025-01-03-old-blog.html", "<p>x</p>\n\n    <b>y</b>", "title: Old blog");
        post("about.md", "x", "title: About", "date: 2025-01-01");
        post("docs/2025-01-04-guide.md", "x", "title: Guide");
        post("secret/_posts/2025-01-04-b.md", "x", "title: B");
        write("_posts/2025-01-05-list.md", "x");
        write("2025-01-05-list.md", "x");

        publish();

        assertThat(titles()).containsExactly("Old blog", "A");
        assertThat(content("Old blog")).isEqualTo("<p>x</p>\n\n    <b>y</b>");
        assertThat(urls()).contains("https://a.example/2025/01/03/old-blog.html");
    }

    @Test
    void defaults_are_front_matter_of_the_posts_in_their_scope() throws IOException {
        configure(
                "defaults:",
                "  - scope: {path: '', type: posts}",
                "    values: {permalink: '/p/:slug', author: Ann, tags: [one]}",
                "  - scope: {path: late}",
                "    values: {permalink: pretty, published: false}",
                "  - scope: {path: '', type: pages}",
                "    values: {permalink: /wrong/}");
        post("_posts/2025-01-01-first.md", "x", "title: First");
        post("_posts/2025-01-02-own.md", "x", "title: Own", "author: Bea", "permalink: /own/:year/");
        post("late/_posts/2025-01-03-hidden.md", "x", "title: Hidden");
        post("late/_posts/2025-01-04-shown.md", "x", "title: Shown", "published: true");

        publish();

        assertThat(urls())
                .containsExactly(
                        "https://a.example/late/2025/01/04/shown/",
                        "https://a.example/own/2025/",
                        "https://a.example/p/first");
        assertThat(entries("feed.json"))
                .extracting(entry -> entry.get("authors").get(0).get("name").asString())
                .containsExactly("Ann", "Bea", "Ann");
    }

    @Test
    void ids_are_those_of_jekyll_feed() throws IOException {
        configure("defaults: [{scope: {path: pretty}, values: {permalink: pretty}}]");
        post("_posts/2025-01-01-One-a.md", "x", "title: A");
        post("pretty/_posts/2025-01-02-b.md", "x", "title: B");
        post("_posts/2025-01-03-c.md", "x", "title: C", "permalink: /elsewhere/");

        publish();

        assertThat(entries("feed.json"))
                .extracting(entry -> entry.get("id").asString())
                .containsExactly(
                        "https://a.example/c",
                        "https://a.example/pretty/2025/01/02/b",
                        "https://a.example/2025/01/01/One-a");
    }

    @Test
    void the_address_of_the_site_is_joined_as_jekyll_does() throws IOException {
        write("_config.yml", "title: T\nurl: https://a.example/\n");
        post("_posts/2025-01-01-a.md", "x", "title: A");

        publish();

        assertThat(urls()).containsExactly("https://a.example//2025/01/01/a.html");
    }

    @Test
    void feeds_have_the_limit_and_the_path_of_jekyll_feed() throws IOException {
        configure("feed: {posts_limit: 2, path: news.xml}");
        for (int day = 1; day <= 3; day++) {
            post("_posts/2025-01-0%d-a.md".formatted(day), "x", "title: Day " + day);
        }

        publish();

        assertThat(titles()).containsExactly("Day 3", "Day 2");
        assertThat(site.resolve("feeds/news.xml")).content().contains("<feed ");
    }

    @Test
    void feeds_have_ten_entries_unless_jekyll_feed_has_another_limit() throws IOException {
        configure();
        for (int day = 10; day <= 25; day++) {
            post("_posts/2025-01-%d-a.md".formatted(day), "x", "title: Day " + day);
        }

        publish();

        assertThat(titles()).hasSize(10).startsWith("Day 25").endsWith("Day 16");
    }

    @Test
    void an_import_of_a_shorter_feed_is_reported() throws IOException {
        configure("feed: {posts_limit: 1}");
        post("_posts/2025-01-01-a.md", "x", "title: A");
        post("_posts/2025-01-02-b.md", "x", "title: B");
        publish();
        Files.move(site.resolve("feeds/feed.xml"), site.resolve("old.xml"));
        var settings = site.resolve("feedside.toml");
        Files.writeString(settings, Files.readString(settings).replaceFirst("(?m)^limit = .*$", ""));

        feedside("import", site.resolve("old.xml").toString(), site.toString());

        assertThat(err.toString())
                .contains(
                        "old.xml:1:1: warning: the feed has 1 post, and the site's feed will have 2, so readers see posts as new that they never had: set limit = 1 in feedside.toml");
    }

    @Test
    void the_day_in_an_address_is_that_of_utc() throws IOException {
        configure("permalink: /:year/:month/:day/:title/");
        post("_posts/2025-01-01-late.md", "x", "title: Late", "date: 2025-01-01 22:30:00 -0500");

        publish();

        assertThat(urls()).containsExactly("https://a.example/2025/01/02/late/");
    }

    @Test
    void posts_in_the_future_are_published_if_jekyll_does() throws IOException {
        configure("future: true");
        post("_posts/2199-01-01-concert.md", "x", "title: Concert");

        publish();

        assertThat(titles()).containsExactly("Concert");
    }

    @Test
    void a_repeated_key_and_two_byte_order_marks_are_accepted() throws IOException {
        configure();
        write("_posts/2025-01-01-a.md", "\uFEFF\uFEFF---\ntitle: A\nlayout: x\ntitle: B\n---\nx\n");

        publish();

        assertThat(titles()).containsExactly("B");
        assertThat(err.toString()).contains("a.md:4:1: warning: `title` is defined twice: remove one of them");
    }

    @Test
    void authors_of_imported_posts_have_their_names() throws IOException {
        configure();
        post(
                "_posts/2025-01-01-a.md",
                "x",
                "title: A",
                "author:",
                "  display_name: Ann W",
                "  login: ann",
                "  email: ann@b.example");

        publish();

        assertThat(entries("feed.json").get(0).get("authors").get(0).get("name").asString())
                .isEqualTo("Ann W");
    }

    @Test
    void quotes_are_typographic() throws IOException {
        configure();
        post("_posts/2025-01-02-a.md", "\"It's done\" -- so...", "title: A");

        publish();

        assertThat(content("A")).isEqualTo("<p>“It’s done” – so…</p>");
    }
}
