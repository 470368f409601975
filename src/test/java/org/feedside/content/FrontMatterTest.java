package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Section 2 of the rules: where front matter ends and the body begins. */
class FrontMatterTest {
    private static final SourcePath PATH = new SourcePath("a.md");

    @ParameterizedTest
    @RowSource("2-front-matter")
    void a_file_is_split_where_zola_splits_it(Rows.Row row) {
        var parsed = read(row.text(0));

        if (row.text(1).matches("\\d+:\\d+ .*")) {
            assertThat(parsed.problems())
                    .extracting(Object::toString)
                    .containsExactly("a.md:" + row.text(1).replaceFirst(" ", ": error: "));
            assertThat(parsed.value()).isEmpty();
        } else {
            var page = (Page) parsed.value().orElseThrow(() -> new AssertionError(parsed.problems()));
            assertThat(page.title()).isEqualTo(row.optional(1));
            assertThat(page.text().body()).isEqualTo(row.text(2));
        }
    }

    @Test
    void lines_of_the_body_are_counted_from_the_top_of_the_file() {
        var parsed = read("\n+++\ntitle = 'a'\n+++\n\n\nHello\n");

        var page = (Page) parsed.value().orElseThrow();
        assertThat(page.text().bodyLine()).isEqualTo(7);
    }

    @Test
    void lines_of_front_matter_are_counted_from_the_top_of_the_file() {
        var toml = read("\n\n+++\ntitle = 'a'\n  draft = 1\n+++\n");
        var yaml = read("\n\n---\ntitle: a\ndraft: 1\n---\n");

        assertThat(toml.problems())
                .extracting(Object::toString)
                .containsExactly("a.md:5:3: error: `draft` must be true or false, not a number");
        assertThat(yaml.problems())
                .extracting(Object::toString)
                .containsExactly("a.md:5:1: error: `draft` must be true or false, not a number");
    }

    @Test
    void a_byte_that_is_not_utf_8_is_an_error_at_its_place() {
        var bytes = "+++\ntitle = 'caf\u00E9'\n+++\n".getBytes(StandardCharsets.ISO_8859_1);

        var parsed = new ZolaConventions().read(PATH, "a.md", bytes, List.of());

        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactly("a.md:2:13: error: this byte is not valid UTF-8: save the file as UTF-8");
    }

    @Test
    void all_problems_of_a_file_are_reported_at_once() {
        var parsed = read("+++\ntitle = 1\ndate = 'soon'\ndraft = 'no'\n+++\n");

        assertThat(parsed.problems()).extracting(p -> p.place().line()).containsExactlyInAnyOrder(2, 3, 4);
    }

    private static Parsed<ContentFile> read(String text) {
        return new ZolaConventions().read(PATH, "a.md", text.getBytes(StandardCharsets.UTF_8), List.of());
    }
}
