package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The diagnostics for authors and their places. The body of the page starts on line 5 of its file. */
class ProblemsTest {
    private static List<String> problems(String markdown) {
        return Options.of("").render(markdown).problems().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void a_link_to_a_missing_page_is_reported_with_its_place() {
        assertThat(problems("Text\n\nand [a](@/pages/about.md) [b](@/no/such.md#x)"))
                .containsExactly(
                        "content/post.md:7:27: warning: there is no page or section no/such.md below the content"
                                + " folder; correct the link or add the file");
    }

    @Test
    void a_link_without_an_address_is_reported() {
        assertThat(problems("a [b]() c"))
                .containsExactly(
                        "content/post.md:5:3: warning: this link has no address; write one between its parentheses");
    }

    @Test
    void places_after_and_within_shortcodes_are_those_of_the_file() {
        var markdown = """
                {% note() %}
                one

                [a](@/a.md)
                {% end %} {{ youtube(
                  id="x") }} [b](@/b.md)
                """;

        assertThat(problems(markdown))
                .extracting(problem -> problem.substring(0, problem.indexOf(" warning")))
                .containsExactly("content/post.md:8:1:", "content/post.md:10:14:");
    }

    @Test
    void a_body_without_an_end_is_reported_and_shown() {
        assertThat(problems("a\n{% wide() %} b"))
                .containsExactly("content/post.md:6:1: warning: this shortcode's body is not closed;"
                        + " write {% end %} after it (wide)");
    }

    @Test
    void an_end_without_a_body_is_reported() {
        assertThat(problems("a {% end %}"))
                .containsExactly("content/post.md:5:3: warning: this end does not close a shortcode's body; remove it");
    }

    @Test
    void characters_that_feeds_cannot_contain_are_reported_once_and_removed() {
        var rendered = Options.of("").render("a\u0008b\n\n`c\u0000d`\uFDD00\uFDD1 e\uD800");

        assertThat(rendered.content()).isEqualTo("<p>ab</p>\n<p><code>cd</code>0 e</p>\n");
        assertThat(rendered.problems().stream().map(Object::toString))
                .containsExactly(
                        "content/post.md:5:2: warning: feeds cannot contain the character U+0008 here; remove it"
                                + " (it is left out)");
    }

    @Test
    void a_valid_page_has_no_problems() {
        assertThat(problems("# A\n\n[a](@/pages/about.md) {{ x() }} {% y() %}b{% end %} [c](#d)"))
                .isEmpty();
    }
}
