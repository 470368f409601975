package org.feedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedLineTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "abc,1,abc,0",
                "abc,3,abc,2",
                "abc,9,abc,3",
                "\ta,2,    a,4",
                "你好 a,4,你好 a,5",
                "e\u0301x,3,e\u0301x,1",
                "\uD83D\uDE00x,3,\uD83D\uDE00x,2",
                "a\u0007b,3,a<U+0007>b,9"
            })
    void the_mark_is_under_the_character(String line, int column, String printed, int indent) {
        assertThat(MarkedLine.of(line, column)).isEqualTo(new MarkedLine(printed, indent));
    }

    @Test
    void a_long_line_is_cut_around_the_character() {
        var marked = MarkedLine.of("a".repeat(5_000) + "b" + "c".repeat(5_000), 5_001);

        assertThat(marked.line()).startsWith("…aaa").endsWith("ccc…").hasSizeLessThan(110);
        assertThat(marked.line().charAt(marked.indent())).isEqualTo('b');
    }

    @Test
    void a_cut_keeps_surrogate_pairs_whole() {
        var marked = MarkedLine.of("\uD83D\uDE00".repeat(500), 501);

        assertThat(marked.line().codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
