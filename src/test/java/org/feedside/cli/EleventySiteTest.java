package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What readers get of Eleventy's sites, compared with what Eleventy makes of them. */
class EleventySiteTest extends GeneratorRun {
    private void configure(String configuration) throws IOException {
        write(".eleventy.js", configuration);
        write("_data/site.json", "{\"title\": \"Moths\", \"url\": \"https://a.example\"}");
    }

    @Test
    void tags_of_the_site_are_removed() throws IOException {
        configure("module.exports = (c) => ({});");
        post("posts/a.md", """
                Before. {# hidden #}

                {% image "cover.png", "A boat", [640] %}

                {% callout "x" %}
                *Text*
                {% endcallout %}

                {% set box %}hidden{% endset %}{% set x = 1 %}

                See [the source]({{ site.repo }}/x.md).
                """, "title: A", "date: 2025-01-02");

        publish();

        assertThat(content("A"))
                .contains(
                        "<p>Before.",
                        "<em>Text</em>",
                        "See <a href=\"https://a.example/posts/a/\" rel=\"external\">the source</a>.")
                .doesNotContain("hidden", "{", "}");
        assertThat(err.toString()).contains("a.md:7:1: warning: 4 template tags left out");
    }

    @Test
    void data_files_are_front_matter_of_their_folders() throws IOException {
        configure("module.exports = (c) => ({ dir: { input: 'src' } });");
        write("src/posts/posts.json", "{\"permalink\": \"/blog/{{ page.fileSlug }}/\"}");
        post("src/posts/2025-01-03-named.md", "x", "title: Named");
        post("src/posts/Own Name.md", "x", "title: Own", "date: 2025-01-02", "permalink: /{{ title | slugify }}/");
        write("src/private/private.11tydata.json", "{\"eleventyExcludeFromCollections\": true, \"permalink\": false}");
        post("src/private/b.md", "x", "title: Private", "date: 2025-01-02");
        write("src/notes/c.json", "{\"draft\": true}");
        post("src/notes/c.md", "x", "title: C", "date: 2025-01-02");
        post("src/notes/Kept As Is.md", "x", "title: Kept", "date: 2025-01-01");

        publish();

        assertThat(urls())
                .containsExactly(
                        "https://a.example/blog/named/",
                        "https://a.example/own/",
                        "https://a.example/notes/Kept%20As%20Is/");
    }

    @Test
    void posts_with_data_that_only_eleventy_knows_are_left_out_and_reported() throws IOException {
        configure("module.exports = (c) => ({});");
        write("notes/notes.11tydata.js", "export default { permalink: ({ page }) => `/n/${page.fileSlug}/` };");
        post("notes/a.md", "x", "title: A", "date: 2025-01-01");
        write("texts/texts.11tydata.js", "export default { layout: 'text.njk' };");
        post("texts/b.md", "x", "title: B", "date: 2025-01-02");
        post("texts/c.md", "x", "title: C", "date: 2025-01-02", "permalink: /{{ collection.x }}/");
        write("odd/odd.json", "{ not JSON");
        post("odd/d.md", "x", "title: D", "date: 2025-01-02");

        publish();

        assertThat(titles()).containsExactly("B");
        assertThat(err.toString())
                .contains("a.md:2:1: error: the post is left out, because only the generator knows its data in ")
                .contains("d.md:2:1: error: the post is left out")
                .contains("c.md:4:1: error: `permalink` is a template that only the generator can fill in");
    }

    @Test
    void a_changed_data_file_changes_the_posts_it_is_for() throws IOException {
        configure("module.exports = (c) => ({});");
        post("posts/a.md", "x", "title: A", "date: 2025-01-01");
        post("posts/b.md", "x", "title: B", "date: 2025-01-02");
        publish();
        write("posts/posts.json", "{\"permalink\": \"/p/{{ page.fileSlug }}/\"}");

        feedside("build", site.toString(), "--accept-new-ids");

        assertThat(urls()).containsExactly("https://a.example/p/b/", "https://a.example/p/a/");
    }

    @Test
    void a_folder_named_posts_with_an_underscore_is_like_any_other() throws IOException {
        configure("module.exports = (c) => ({});");
        post("_posts/2025-01-02-hello.md", "x", "title: Hello");

        publish();

        assertThat(urls()).containsExactly("https://a.example/_posts/2025-01-02-hello/");
    }

    @Test
    void ignored_files_and_a_computed_input_folder_are_found() throws IOException {
        configure("module.exports = (c) => ({ dir: { input: folders.src } });");
        write("src/_data/site.json", "{}");
        write(".eleventyignore", "# Parts\n**/_*.md\nsrc/old/\n");
        post("src/posts/hello.md", "x", "title: Hello", "date: 2025-01-02");
        post("src/posts/_part.md", "x", "title: Part", "date: 2025-01-02");
        post("src/old/gone.md", "x", "title: Gone", "date: 2025-01-02");
        post("cache/kept.md", "x", "title: Kept", "date: 2025-01-02");

        publish();

        assertThat(urls()).containsExactly("https://a.example/posts/hello/");
        assertThat(out.toString()).contains("Note: .eleventy.js computes its input folder: src is assumed.\n");
    }

    @Test
    void containers_and_attributes_of_markdown_plugins_are_removed() throws IOException {
        configure("module.exports = (c) => ({});");
        post(
                "posts/a.md",
                "::: note\n**Mind** it.\n:::\n\n![Boat](b.png){ .wide }\n\n[Go](https://x.example/){.button target=_blank}",
                "title: A",
                "date: 2025-01-02");

        publish();

        assertThat(content("A"))
                .contains("<strong>Mind</strong> it.", "alt=\"Boat\"></p>", ">Go</a></p>")
                .doesNotContain(":::", "{");
    }
}
