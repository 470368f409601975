package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterBoundsTest {
    /** Zola's own regular expression (zola.md, section 2). */
    private static final Pattern ZOLA =
            Pattern.compile("\\A\\s*\\+\\+\\+(\\r?\\n.*?)\\+\\+\\+\\s*(?:\\z|\\r?\\n(.*)\\z)", Pattern.DOTALL);

    private static final String[] PARTS = {
        "+++", "+", "++", "\n", "\n", "\r\n", "\r", " ", "\t", "\f", "\u000B", "\u0085", "a", "é", "+++\n", "\n+++"
    };

    private static Optional<FrontMatterBounds> expected(String text) {
        var matcher = ZOLA.matcher(text);
        return matcher.find()
                ? Optional.of(new FrontMatterBounds(
                        matcher.start(1), matcher.end(1), matcher.group(2) == null ? text.length() : matcher.start(2)))
                : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_text_is_split_where_the_expression_splits_it(long seed) {
        var random = new Random(seed);
        var split = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? "+++\n" : "");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            var bounds = FrontMatterBounds.ofToml(text.toString());
            split += bounds.isPresent() ? 1 : 0;
            assertThat(bounds).as("%s of seed %d", text, seed).isEqualTo(expected(text.toString()));
        }
        assertThat(split).isGreaterThan(1_000);
    }

    @Test
    void the_closing_mark_is_the_first_at_the_end_of_a_line() {
        var text = "+++\na = '+++ x'\n+++ \n\nBody +++\n";

        assertThat(FrontMatterBounds.ofToml(text)).contains(new FrontMatterBounds(3, 16, text.indexOf("Body")));
    }
}
