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
                "x<sup>2</sup>, 1<sup>st</sup>, H<sub>2</sub>O, x<sup>a/b</sup>, V<sub>in</sub> | x², 1st, H₂O, x^(a/b), V_in",
                "a <del>b</del> <s>c</s> d                | a d",
                "He said <q>yes</q>                       | He said “yes”",
                "<ruby>字<rt>ji</rt></ruby>, <ruby>字<rp>[</rp><rt>ji</rt><rp>]</rp></ruby> | 字(ji), 字[ji]",
                "a <img alt=\"x^2\" src=\"/a.png\"> b      | a x^2 b",
                "long<wbr>word so\u00ADft                | longword soft",
                "<math><mfrac><mn>1</mn><mn>3</mn></mfrac></math> | 1/3",
                "''                                       | ''"
            })
    void html_becomes_its_visible_text(String html, String text) {
        // A no-break space becomes a plain space.
        assertThat(PlainText.of(html)).isEqualTo(text);
    }
}
