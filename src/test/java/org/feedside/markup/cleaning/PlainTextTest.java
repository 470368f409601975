package org.feedside.markup.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Hello <em>world</em>.</p>             | Hello world.",
                "<p>One.</p><p>Two.</p>                   | One. Two.",
                "one<br>two                               | one two",
                "<ul><li>a</li><li>b</li></ul>            | a b",
                "R&amp;D &lt;3&nbsp;x                     | R&D <3 x",
                "<img src=\"https://example.org/a.png\">  | ''",
                "''                                       | ''"
            })
    void html_becomes_its_visible_text(String html, String text) {
        // A no-break space becomes a plain space.
        assertThat(PlainText.of(html)).isEqualTo(text);
    }
}
