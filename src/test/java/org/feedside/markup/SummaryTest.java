package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Summaries (zola.md, section 9.1). */
class SummaryTest {
    static Stream<Arguments> rows() {
        return Rows.of("summary.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_summary_ends_at_the_mark(String rule, String options, String markdown, String summary) {
        var rendered = Options.of(options).render(markdown);

        assertThat(rendered.summary().map(Rows::folded).orElse("-")).as(rule).isEqualTo(summary);
    }

    @Test
    void the_content_continues_after_the_mark_and_does_not_contain_it() {
        var rendered = Options.of("").render("top\n\n<!-- more -->\n\nbottom[^1]\n\n[^1]: note");

        assertThat(rendered.content())
                .contains("<p>top</p>", "<p>bottom<sup", "note")
                .doesNotContain("more", "continue-reading");
    }
}
