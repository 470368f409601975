package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shortcodes and Tera (zola.md, sections 10.1 and 10.2). */
class ShortcodesTest {
    static Stream<Arguments> rows() {
        return Rows.of("shortcodes.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_html_contains_no_calls(String rule, String markdown, String html) {
        var rendered = Options.of("").render(markdown);

        assertThat(Rows.folded(rendered.content())).as(rule).isEqualTo(Rows.folded(html));
    }

    @Test
    void a_pattern_of_the_operator_has_priority() {
        var patterns =
                Map.of("youtube", "<p class=\"v\">{id}: {title}</p>", "box", "<div class=\"{kind}\">{body}</div>");

        var rendered =
                Options.of("").render("{{ youtube(id=\"<x>\") }}\n\n{% box(kind='a \"b\"') %}*c*{% end %}", patterns);

        assertThat(Rows.folded(rendered.content()))
                .isEqualTo("<p class=\"v\">&lt;x&gt;: </p><div class=\"a &quot;b&quot;\"><p><em>c</em></p></div>");
    }
}
