package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Zola's dialect (zola.md, sections 10 and 12). The cases are from the tests of Zola and pulldown-cmark. */
class DialectTest {
    static Stream<Arguments> rows() {
        return Rows.of("dialect.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void markdown_is_rendered_as_by_zola(String rule, String options, String markdown, String html) {
        var rendered = Options.of(options).render(markdown);

        assertThat(Rows.folded(rendered.content())).as(rule).isEqualTo(Rows.folded(html));
    }
}
