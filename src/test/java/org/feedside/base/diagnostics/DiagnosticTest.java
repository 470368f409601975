package org.feedside.base.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static final Place HERE = new Place("a.md", 2, 3);

    @Test
    void a_problem_is_printed_in_the_format_of_compilers() {
        assertThat(Code.VALUE.error(HERE, "is wrong")).hasToString("a.md:2:3: error: is wrong");
        assertThat(Code.VALUE.warning(HERE, "is odd")).hasToString("a.md:2:3: warning: is odd");
        assertThat(Code.VALUE.advice(HERE, "could be")).hasToString("a.md:2:3: advice: could be");
    }

    @Test
    void problems_are_sorted_by_place() {
        var sorted = Stream.of(
                        Code.VALUE.error(new Place("b.md", 1, 1), "x"),
                        Code.VALUE.error(new Place("a.md", 10, 1), "x"),
                        Code.VALUE.error(new Place("a.md", 9, 2), "x"),
                        Code.VALUE.warning(new Place("a.md", 9, 1), "a"),
                        Code.VALUE.error(new Place("a.md", 9, 1), "b"),
                        Code.VALUE.error(new Place("a.md", 9, 1), "a"))
                .sorted()
                .map(Diagnostic::toString);

        assertThat(sorted)
                .containsExactly(
                        "a.md:9:1: error: a",
                        "a.md:9:1: error: b",
                        "a.md:9:1: warning: a",
                        "a.md:9:2: error: x",
                        "a.md:10:1: error: x",
                        "b.md:1:1: error: x");
    }

    @Test
    void lines_and_columns_start_at_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Place("a.md", 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Place("a.md", 1, 0));
    }

    @Test
    void only_errors_remove_the_value() {
        var error = Code.VALUE.error(HERE, "x");
        var warning = Code.VALUE.warning(HERE, "x");

        assertThat(Parsed.unlessErrors("value", List.of(warning)).value()).contains("value");
        assertThat(Parsed.unlessErrors("value", List.of(warning, error)).value())
                .isEmpty();
        assertThat(Parsed.unlessErrors("value", List.of(warning, error)).problems())
                .containsExactly(warning, error);
    }

    @Test
    void the_byte_order_mark_is_removed() {
        assertThat(Utf8.decode("a.md", "\uFEFFé".getBytes(StandardCharsets.UTF_8))
                        .value())
                .contains("é");
        assertThat(Utf8.decode("a.md", new byte[0]).value()).contains("");
    }

    @Test
    void a_truncated_character_is_not_utf_8() {
        var cut = new byte[] {'a', '\n', (byte) 0xC3};

        assertThat(Utf8.decode("a.md", cut).problems())
                .extracting(Diagnostic::toString)
                .containsExactly("a.md:2:1: error: this byte is not valid UTF-8: save the file as UTF-8");
    }
}
