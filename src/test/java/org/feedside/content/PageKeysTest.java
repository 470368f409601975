package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.feedside.testing.RecordValues;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;

/** Section 3 of the rules: the keys of front matter. */
class PageKeysTest {
    @ParameterizedTest
    @RowSource("3-page-values")
    void keys_are_read_into_a_page(Rows.Row row) {
        var page = read("a.md", row.text(0)).value().orElseThrow();

        assertThat(RecordValues.text(page, row.text(1))).isEqualTo(row.optional(2));
    }

    @ParameterizedTest
    @RowSource("3-page-keys")
    void a_wrong_value_of_a_page_is_an_error_at_its_key(Rows.Row row) {
        var parsed = read("a.md", row.text(0));

        assertThat(parsed.value()).isEmpty();
        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactly("a.md:" + row.text(1).replaceFirst(" ", ": error: "));
    }

    @ParameterizedTest
    @RowSource("3-section-keys")
    void a_wrong_value_of_a_section_is_an_error_at_its_key(Rows.Row row) {
        var parsed = read("_index.md", row.text(0));

        assertThat(parsed.value()).isEqualTo(Optional.empty());
        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactly("_index.md:" + row.text(1).replaceFirst(" ", ": error: "));
    }

    private static org.feedside.base.diagnostics.Parsed<ContentFile> read(String file, String frontMatter) {
        return new ZolaConventions()
                .read(
                        new SourcePath(file),
                        file,
                        ("+++\n" + frontMatter + "\n+++\n").getBytes(StandardCharsets.UTF_8),
                        List.of());
    }
}
