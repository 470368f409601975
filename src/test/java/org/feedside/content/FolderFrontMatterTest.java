package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.config.Generator;
import org.feedside.config.Layout;
import org.feedside.testing.RecordValues;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;

/** Front matter as Hugo, Jekyll and Eleventy write it. */
class FolderFrontMatterTest {
    @ParameterizedTest
    @RowSource("folders-keys")
    void keys_are_read_into_a_page(Rows.Row row) {
        var values = row.text(1);
        var mark = values.startsWith("+++") ? "+++" : "---";
        var text = mark + "\n" + values.replaceFirst("^\\+\\+\\+\n", "") + "\n" + mark + "\nText.\n";

        var parsed = read(row.text(0), text);

        assertThat(parsed.problems()).isEmpty();
        var page = (Page) parsed.value().orElseThrow();
        assertThat(value(page, row.text(2))).isEqualTo(row.optional(3));
    }

    private static Optional<String> value(Page page, String name) {
        return name.startsWith("taxonomies.")
                ? Optional.of(String.valueOf(page.taxonomies().get(name.substring("taxonomies.".length()))))
                : RecordValues.text(page, name);
    }

    @ParameterizedTest
    @RowSource("folders-wrong-keys")
    void invalid_front_matter_is_an_error_with_its_place_and_remedy(Rows.Row row) {
        var parsed = read("a.md", row.text(0));

        assertThat(parsed.value()).isEmpty();
        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactly("a.md:" + row.text(1).replaceFirst(" ", ": error: "));
    }

    @ParameterizedTest
    @RowSource("folders-texts")
    void front_matter_ends_at_a_line_with_only_the_mark(Rows.Row row) {
        var parsed = read("the-file.md", row.text(0));

        assertThat(parsed.problems()).isEmpty();
        var page = (Page) parsed.value().orElseThrow();
        assertThat(page.title()).isEqualTo(row.optional(1));
        assertThat(page.text().body()).isEqualTo(row.text(2));
    }

    private static Parsed<ContentFile> read(String path, String text) {
        var layout = new Layout.Folder(
                Generator.OTHER,
                Optional.empty(),
                Set.of(),
                Set.of("tags", "categories"),
                Set.of("posts"),
                List.of(),
                Optional.empty());
        return new OtherConventions(layout)
                .read(new SourcePath(path), path, text.getBytes(StandardCharsets.UTF_8), List.of());
    }
}
