package org.feedside.base.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.feedside.base.diagnostics.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PlainToml} returns the same as the complete parser, or nothing. */
class PlainTomlTest {
    private static final String[] PIECES = {
        "title = \"A post\"",
        "title = 'It\"s'",
        "t = \"a\\tb\"",
        "k = \"\"",
        "k = \"\"\"x\"\"\"",
        "k = ''",
        "k = '''x'''",
        "n = 12",
        "n = 012",
        "n = -3",
        "n = 1_000",
        "n = 1.5",
        "n = 9223372036854775808",
        "n = 0",
        "date = 2025-01-02",
        "date = 2025-02-30",
        "date = 2025-01-02T03:04:05Z",
        "date = 2025-01-02T03:04:05+01:00",
        "date = 2025-01-02T03:04:05+00:00",
        "date = 2025-01-02T03:04:60Z",
        "date = 2025-01-02 03:04:05",
        "date = 2025-01-02T03:04:05.5Z",
        "date = 2025-01-02T03:04:05",
        "date = 2025-01-02T24:00:00Z",
        "draft = true",
        "draft = truer",
        "tags = []",
        "tags = [\"a\", 'b']",
        "tags = [\"a\",]",
        "tags = [,]",
        "tags = [1]",
        "tags = [\"a\" \"b\"]",
        "tags = [\n\"a\"]",
        "[taxonomies]",
        "[ extra ]",
        "[a.b]",
        "[[a]]",
        "[]",
        "a.b = 1",
        "\"a\" = 1",
        "# words",
        "#",
        "a = 1 # words",
        "a = {b = 1}",
        "a",
        "= 1",
        "a = ",
        "a = \u00e9",
        "a = \"\u00e9\ud83e\udda6\"",
        "a = \"\u0001\"",
        "a = \"\u007f\"",
        "# \u0001",
        "1 = 2",
        "-_ = true",
        "a b = 1"
    };
    private static final String[] ENDS = {"\n", "\n", "\n", "\r\n", "\n\n", " \n", "\t\n", "\r", " "};
    private static final String[] STARTS = {"", "", "", " ", "\t"};

    private static String described(Optional<Table> table) {
        return table.map(PlainTomlTest::described).orElse("nothing");
    }

    private static String described(Table table) {
        var told = new StringBuilder("{").append(table.place());
        for (var key : table.keys()) {
            told.append(key)
                    .append(" = ")
                    .append(described(table.value(key).orElseThrow()))
                    .append('\n');
        }
        return told.append('}').toString();
    }

    private static String described(Value value) {
        var content = value.content();
        if (content instanceof Table table) {
            return value.place() + "" + described(table);
        } else if (content instanceof List<?> elements) {
            return value.place() + " "
                    + elements.stream().map(e -> described((Value) e)).toList();
        }
        return value.place() + " " + content.getClass().getSimpleName() + " " + content;
    }

    @Test
    void every_text_it_reads_has_the_same_result_with_the_complete_parser() {
        var seed = Long.getLong("toml.seed", new Random().nextLong());
        var random = new Random(seed);
        var read = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("\n");
            for (int n = random.nextInt(6); n > 0; n--) {
                text.append(STARTS[random.nextInt(STARTS.length)])
                        .append(PIECES[random.nextInt(PIECES.length)])
                        .append(ENDS[random.nextInt(ENDS.length)]);
            }
            List<Diagnostic> problems = new ArrayList<>();
            var plain = PlainToml.read("a.md", 3, text.toString(), problems);
            assertThat(problems).isEmpty();
            if (plain.isPresent()) {
                read++;
                assertThat(described(plain))
                        .as("seed %d, case %d: %s", seed, i, text)
                        .isEqualTo(described(Toml.readAll("a.md", 3, text.toString(), problems)));
            }
        }
        assertThat(read).as("seed %d", seed).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "title = \"A post\"\ndate = 2025-01-02\n[taxonomies]\ntags = [\"a\", \"b\"]\n[extra]\nx = true\n",
                "\r\ntitle = 'x'\r\ndate = 2025-01-02T03:04:05+02:00\r\n",
                "  # words\n\n\tweight = 3",
            })
    void common_front_matter_is_read(String text) {
        var read = PlainToml.read("a.md", 1, text, new ArrayList<>());

        assertThat(read).isPresent();
        assertThat(described(read)).isEqualTo(described(Toml.readAll("a.md", 1, text, new ArrayList<>())));
    }
}
