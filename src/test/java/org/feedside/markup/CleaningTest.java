package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How an author's own HTML is cleaned (publishing.md, sections 2.3 and 2.5). */
class CleaningTest {
    static Stream<Arguments> rows() {
        return Rows.of("cleaning.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void html_is_cleaned(String rule, String html, String clean) {
        var rendered = Options.of("").render("<div>\n" + html + "\n</div>");

        var inside = Jsoup.parseBodyFragment(rendered.content());
        inside.outputSettings().prettyPrint(false);
        assertThat(inside.body().html())
                .as("the HTML after another round of parsing")
                .isEqualTo(rendered.content());
        assertThat(inside.body().children().first()).isNotNull();
        assertThat(inside.select("body > div").html().strip()).as(rule).isEqualTo(clean);
    }
}
