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
