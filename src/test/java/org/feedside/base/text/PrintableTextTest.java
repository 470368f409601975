package org.feedside.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedside.base.diagnostics.Code;
import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void characters_that_break_or_reorder_a_line_are_shown_as_code_points() {
        assertThat(PrintableText.text("a\nb\rc\u001B[2J\0d\u0085e\u2028f\u202Eg\u200Fh\uD800i"))
                .isEqualTo("a<U+000A>b<U+000D>c<U+001B>[2J<U+0000>d<U+0085>e<U+2028>f<U+202E>g<U+200F>h<U+D800>i");
    }

    @Test
    void letters_and_emoji_are_unchanged() {
        var text = "\u05D0\u05D1 caf\u00E9 e\u0301 \uD83D\uDC69\u200D\uD83D\uDCBB \u0646\u200C\u06CC";

        assertThat(PrintableText.text(text)).isEqualTo(text);
    }

    @Test
    void a_long_text_keeps_its_beginning_and_its_end() {
        var shown = PrintableText.text("begin" + "\uD83D\uDE00".repeat(5_000) + "what to do");

        assertThat(shown).startsWith("begin").endsWith("what to do").hasSizeLessThan(1_210);
        assertThat(PrintableText.text(shown)).isEqualTo(shown);
        assertThat(shown.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
    }

    @Test
    void a_problem_is_printed_on_one_line_whatever_it_quotes() {
        var problem = Code.VALUE.error("a\n.md", "`x\ny` is wrong");

        assertThat(problem).hasToString("a<U+000A>.md:1:1: error: `x<U+000A>y` is wrong");
    }
}
