package org.feedside.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.feedside.base.diagnostics.LimitException;
import org.junit.jupiter.api.Test;

/** A text whose HTML would be many times as long is refused while it is written. */
class HtmlLimitTest {
    private static final Options PLAIN = Options.of("");

    @Test
    void rows_with_fewer_cells_than_the_header() {
        refuses("|a".repeat(3_000) + "|\n" + "|-".repeat(3_000) + "|\n" + "|x|\n".repeat(3_000));
    }

    @Test
    void rows_with_fewer_cells_in_many_tables() {
        refuses(("|a".repeat(300) + "|\n" + "|-".repeat(300) + "|\n" + "|x|\n".repeat(300) + "\n").repeat(50));
    }

    @Test
    void formatting_that_is_never_closed_and_is_repeated_in_each_paragraph() {
        refuses("<div><p><a href=\"https://example.org/" + "x".repeat(10_000) + "\">" + "<p>x".repeat(3_000)
                + "</div>");
    }

    @Test
    void shortcodes_in_shortcodes_that_repeat_their_body() {
        var text = "{% twice() %}".repeat(8) + "x".repeat(20_000) + "{% end %}".repeat(8);

        assertThatThrownBy(() -> PLAIN.render(text, Map.of("twice", "<div>{body}{body}</div>")))
                .isInstanceOf(LimitException.class);
    }

    @Test
    void a_shortcode_for_a_long_address_in_a_definition_that_is_used_often() {
        refuses("[x]: <{{ get_url(path=\"/" + "a".repeat(1_000) + "\") }}>\n\n" + "[x]\n".repeat(5_000));
    }

    @Test
    void a_long_text_may_become_long_html() {
        var html = PLAIN.render("word *word* ".repeat(200_000)).content();

        assertThat(html.length()).isGreaterThan(2_400_000);
    }

    @Test
    void a_row_has_the_cells_and_alignments_of_the_header() {
        assertThat(PLAIN.render("|a|b|\n|-|-:|\n|x|\n").content())
                .contains("<td>x</td><td style=\"text-align: right\"></td>");
    }

    private static void refuses(String markdown) {
        assertThatThrownBy(() -> PLAIN.render(markdown))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("characters of HTML: shorten it");
    }
}
