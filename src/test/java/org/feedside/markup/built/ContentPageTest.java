package org.feedside.markup.built;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.MarkdownConfig;
import org.feedside.markup.MarkdownBody;
import org.feedside.markup.MarkdownRenderer;
import org.feedside.markup.marks.HtmlLimit;
import org.junit.jupiter.api.Test;

/** Which part of a built page is the post. Each page is as a generator with a usual theme writes it. */
class ContentPageTest {
    private static final String PERMALINK = "https://example.org/a/";
    private static final MarkdownRenderer MARKUP = new MarkdownRenderer(MarkdownConfig.DEFAULT, SlugMode.ON, Map.of());
    private static final String HEADER = "<h1>A title</h1><p class=\"meta\">Posted on May 1</p>";
    private static final String FOOTER =
            "<div class=\"reward\"><p>Buy me a coffee</p></div><ul class=\"pager\"><li>Previous Post</li></ul>";

    private static String text(String markdown, String article) {
        var own = MARKUP.render(new MarkdownBody("a.md", 1, markdown, PERMALINK), path -> Optional.empty());
        var html = "<html><body><article>" + article + "</article></body></html>";
        return new ContentPage(html, own)
                .content("article", "A title", markdown, List.of(), PERMALINK, HtmlLimit.of(html))
                .orElseThrow()
                .html()
                .content()
                .replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    void what_follows_code_that_ends_with_a_brace_is_not_the_post() {
        assertThat(text(
                        "Some words before the code.\n\n    if (a) {\n    }}\n",
                        HEADER + "<p>Some words before the code.</p><pre><code>if (a) {\n}}\n</code></pre>" + FOOTER))
                .isEqualTo("<p>Some words before the code.</p><pre><code>if (a) {}}</code></pre>");
        assertThat(text("See this page: {it}", HEADER + "<p>See this page: {it}</p>" + FOOTER))
                .isEqualTo("<p>See this page: {it}</p>");
    }

    @Test
    void a_tag_at_the_end_of_the_post_may_become_any_blocks_before_those_of_the_theme() {
        assertThat(text(
                        "Some words before the list.\n\n{{< series >}}",
                        HEADER + "<p>Some words before the list.</p><h5>A series</h5><p>Part one</p>" + FOOTER))
                .isEqualTo("<p>Some words before the list.</p><h5>A series</h5><p>Part one</p>");
        assertThat(text(
                        "Some words before the list.\n\n  <my-list\n        a=\"b\"></my-list>",
                        HEADER + "<p>Some words before the list.</p><ul><li>Safari: no</li></ul>"))
                .isEqualTo("<p>Some words before the list.</p><ul><li>Safari: no</li></ul>");
    }

    @Test
    void a_post_that_is_one_block_of_html_has_its_beginning() {
        assertThat(text(
                        "<hr>\n## Summary\n<br> The first words.\n\n<hr>\n## More\n<br> More words.\n\nLast words.",
                        HEADER + "<hr><h2>Summary</h2><br>The first words.<hr><h2>More</h2><br>More words."
                                + "<p>Last words.</p>"))
                .isEqualTo(
                        "<hr><h2>Summary</h2><br>The first words.<hr><h2>More</h2><br>More words.<p>Last words.</p>");
    }

    @Test
    void a_post_without_words_has_the_html_of_its_markdown() {
        assertThat(text("", HEADER + FOOTER)).isEmpty();
        assertThat(text("![](a.png)", HEADER + "<p><img src=\"a.png\"></p>" + FOOTER))
                .isEqualTo("<p><img src=\"https://example.org/a/a.png\" alt=\"\"></p>");
    }

    @Test
    void a_line_with_an_icon_before_a_picture_is_not_the_post() {
        assertThat(text(
                        "![](a.png)\n\nThe first words of the post.",
                        "<h1>A title</h1><h5><svg></svg>May 1, 643 words</h5><p><img src=\"a.png\"></p>"
                                + "<p>The first words of the post.</p>"))
                .isEqualTo("<p><img src=\"https://example.org/a/a.png\"></p><p>The first words of the post.</p>");
    }

    @Test
    void line_numbers_in_code_are_left_out() {
        assertThat(text(
                        "Some words.\n\n```\na := 1\n```\n",
                        "<p>Some words.</p><pre><code><span style=\"white-space:pre;user-select:none\">1</span>"
                                + "a := 1</code></pre>"))
                .isEqualTo("<p>Some words.</p><pre><code>a := 1</code></pre>");
    }

    @Test
    void footnotes_at_the_end_of_the_page_belong_to_the_post() {
        assertThat(text(
                        "One[^1] and two[^2].\n\n[^1]: Short.\n\n[^2]: Brief.\n\nThe last paragraph of the post.",
                        HEADER
                                + "<p>One<sup><a href=\"#fn:1\">1</a></sup> and two<sup><a href=\"#fn:2\">2</a></sup>.</p>"
                                + "<p>The last paragraph of the post.</p><div class=\"footnotes\" role=\"doc-endnotes\">"
                                + "<hr><ol><li id=\"fn:1\"><p>Short.</p></li><li id=\"fn:2\"><p>Brief.</p></li></ol></div>"
                                + FOOTER))
                .endsWith("<p>Brief.</p></li></ol></div>");
    }
}
