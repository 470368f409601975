package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.testing.RecordValues;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 2 of the rules: front matter in YAML means the same as in TOML. */
class YamlTest {
    @ParameterizedTest
    @RowSource("2-yaml")
    void yaml_is_read_into_the_same_pages(Rows.Row row) {
        var parsed = read(row.text(0));

        if (row.cells().size() == 2) {
            assertThat(parsed.problems())
                    .extracting(Object::toString)
                    .containsExactly("a.md:" + row.text(1).replaceFirst(" ", ": error: "));
        } else {
            var page = parsed.value().orElseThrow(() -> new AssertionError(parsed.problems()));
            assertThat(value(page, row.text(1))).isEqualTo(row.optional(2));
        }
    }

    private static java.util.Optional<String> value(ContentFile page, String path) {
        if (path.equals("date.text")) {
            return ((Page) page).date().map(PageDate::text);
        }
        return RecordValues.text(page, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: [", "a: b: c", "title: 'x", "\ttitle: x", "? [a]: b", "%TAG", "a: *b", "!%11 >"})
    void malformed_yaml_is_a_problem_and_not_an_exception(String text) {
        assertThat(read(text).problems()).isNotEmpty();
    }

    @Test
    void aliases_cannot_expand_a_short_text_to_a_huge_tree() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("x]\n");
        }

        assertThat(read(text.toString()).problems()).isNotEmpty();
    }

    @Test
    void random_texts_never_throw() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var parts = List.of(
                "a", ":", " ", "\n", "-", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "#", "%", "?", "1",
                "\t");
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(14), 0, parts.size()).forEach(part -> text.append(parts.get(part)));

            assertThatCode(() -> read(text.toString()))
                    .as("seed %d: %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    private static Parsed<ContentFile> read(String yaml) {
        return new ZolaConventions()
                .read(
                        new SourcePath("a.md"),
                        "a.md",
                        ("---\n" + yaml + "\n---\n").getBytes(StandardCharsets.UTF_8),
                        List.of());
    }
}
