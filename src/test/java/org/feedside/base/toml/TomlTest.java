package org.feedside.base.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTest {
    private final List<Diagnostic> problems = new ArrayList<>();

    @ParameterizedTest
    @RowSource("toml-reads")
    void a_typed_read_returns_a_value_or_adds_an_error(Rows.Row row) {
        var table = read(row.text(0));

        var value = value(table, row.words(1).get(0), row.words(1).get(1));

        assertThat(value.map(String::valueOf)).isEqualTo(row.optional(2));
        assertThat(said())
                .isEqualTo(row.optional(3).map(text -> "a.toml:" + text.replaceFirst(" ", ": error: ")).stream()
                        .toList());
    }

    private static Optional<?> value(Table table, String type, String key) {
        return switch (type) {
            case "string" -> table.string(key);
            case "bool" -> table.bool(key);
            case "count" -> table.count(key);
            case "strings" -> table.strings(key);
            case "table" -> table.table(key).map(Table::keys);
            case "tables" ->
                table.tables(key).map(all -> all.stream().map(Table::keys).toList());
            default -> table.value(key).map(Value::content);
        };
    }

    @Test
    void all_errors_of_a_text_are_reported_in_the_order_of_its_lines() {
        var table = Toml.read("a.toml", 10, "a = \nb = 1\nc = [\nd = 'x\n", problems);

        assertThat(table).isEmpty();
        assertThat(problems).isNotEmpty().isSorted();
        assertThat(problems.get(0).place().line()).isEqualTo(10);
    }

    @Test
    void a_duplicate_key_is_an_error() {
        assertThat(Toml.read("a.toml", 1, "a = 1\na = 2\n", problems)).isEmpty();

        assertThat(problems).extracting(p -> p.place().line()).contains(2);
    }

    @Test
    void a_table_after_a_dotted_key_of_its_name_is_an_error() {
        assertThat(Toml.read("a.toml", 1, "extra.x = true\n[extra]\ny = 1\n", problems))
                .isEmpty();

        assertThat(problems).isNotEmpty();
    }

    @Test
    void the_place_of_a_missing_key_is_the_start_of_its_table() {
        var table = read("\n[x]\na = 1\n");

        table.error("b", "is missing");
        table.table("x").orElseThrow().error("b", "is missing");

        assertThat(said()).containsExactly("a.toml:1:1: error: is missing", "a.toml:2:1: error: is missing");
    }

    @Test
    void keys_keep_the_order_of_the_text() {
        assertThat(read("c = 1\na = 2\nb = 3\n").keys()).containsExactly("c", "a", "b");
    }

    @Test
    void unknown_keys_are_errors_with_a_suggestion() {
        read("limt = 1\nlimit = 2\nzzz = 3\n").allowOnly(Set.of("limit", "host"));

        assertThat(said())
                .containsExactly(
                        "a.toml:1:1: error: unknown key `limt`; did you mean `limit`?",
                        "a.toml:3:1: error: unknown key `zzz`; expected one of: host, limit");
    }

    /** Each of these texts makes a tomlj version throw. */
    @ParameterizedTest
    @ValueSource(
            strings = {"e={1,# }", "\uD800", "a = '\uDFFF'", "a = \"\\ud800\"", "= 1", "[", "[[", "a = {", "\u0000"})
    void malformed_texts_are_errors_and_not_exceptions(String text) {
        assertThatCode(() -> Toml.read("a.toml", 1, text, problems)).doesNotThrowAnyException();
    }

    @Test
    void deeply_nested_texts_are_errors_and_not_exceptions() {
        var text = "a = " + "[".repeat(100_000);

        assertThat(Toml.read("a.toml", 1, text, problems)).isEmpty();
        assertThat(problems).isNotEmpty();
    }

    @Test
    void random_texts_never_throw() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var parts =
                List.of("a", "=", "{", "}", "[", "]", ",", "\"", "'", "#", "\n", " ", "1", ".", "-", "\\", "T", "é");
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder("b = 1\n");
            random.ints(random.nextInt(12), 0, parts.size()).forEach(part -> text.append(parts.get(part)));

            assertThatCode(() -> Toml.read("a.toml", 1, text.toString(), problems))
                    .as("seed %d: %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    private Table read(String text) {
        return Toml.read("a.toml", 1, text, problems).orElseThrow(() -> new AssertionError(problems));
    }

    private List<String> said() {
        return problems.stream().map(Diagnostic::toString).toList();
    }
}
