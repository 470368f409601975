package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void a_short_text_is_unchanged() {
        assertThat(Excerpt.shortened("a".repeat(240))).isEqualTo("a".repeat(240));
    }

    @Test
    void a_long_text_ends_after_a_word() {
        assertThat(Excerpt.shortened("word ".repeat(80)))
                .isEqualTo("word ".repeat(48).strip() + "…");
    }

    @Test
    void a_text_without_spaces_ends_after_a_character() {
        assertThat(Excerpt.shortened("字".repeat(500))).isEqualTo("字".repeat(240) + "…");
        assertThat(Excerpt.shortened("\uD83D\uDE00".repeat(500))).isEqualTo("\uD83D\uDE00".repeat(240) + "…");
    }

    @Test
    void an_accent_stays_with_its_letter() {
        assertThat(Excerpt.shortened("a".repeat(239) + "e\u0301".repeat(10))).isEqualTo("a".repeat(239) + "…");
    }
}
