package org.feedside.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Timestamp;
import org.feedside.config.KnownPosts.Known;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class KnownPostsTest {
    @Test
    void a_table_has_the_id_and_dates_of_a_post() {
        var read = KnownPostsReader.read("ids.toml", """
                ["blog/hello.md"]
                id = "https://old.example.org/?p=12"
                published = 2020-01-02T10:00:00+01:00
                updated = 2020-02-03
                ["bare.md"]
                id = "tag:example.org,2020:1"
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.value().orElseThrow().posts())
                .containsExactly(
                        Map.entry(
                                "bare.md",
                                new Known(
                                        "tag:example.org,2020:1",
                                        Optional.empty(),
                                        Optional.empty(),
                                        new Place("ids.toml", 5, 1))),
                        Map.entry(
                                "blog/hello.md",
                                new Known(
                                        "https://old.example.org/?p=12",
                                        Optional.of(new Timestamp("2020-01-02T10:00:00+01:00")),
                                        Optional.of(new Timestamp("2020-02-03")),
                                        new Place("ids.toml", 1, 1))));
    }

    @ParameterizedTest
    @RowSource("known-posts-mistakes")
    void an_error_is_reported_at_its_place(Rows.Row row) {
        var read = KnownPostsReader.read("f", row.text(0));

        assertThat(read.value()).isEmpty();
        assertThat(read.problems())
                .extracting(Object::toString)
                .containsExactly("f:" + row.text(1).replaceFirst(" ", ": error: "));
    }

    @Test
    void new_tables_are_appended_in_the_order_of_paths() {
        var before = "# mine\n[\"z.md\"]\nid = \"z\" # kept";
        var more = Map.of("b\"\\.md", known("b\u0085\"\\é🦦"), "a.md", known("a"));

        var after = KnownPostsWriter.add(before, more);

        assertThat(after)
                .startsWith(before
                        + "\n\n[\"a.md\"]\nid = \"a\"\npublished = 2020-01-02T10:00:00Z\n\n[\"b\\\"\\\\.md\"]\n");
        var read = KnownPostsReader.read("f", KnownPostsWriter.add("", Map.of("b\"\\.md", known("b\"\\é🦦"))));
        assertThat(read.problems()).isEmpty();
        assertThat(List.copyOf(read.value().orElseThrow().posts().values()))
                .extracting(Known::id)
                .containsExactly("b\"\\é🦦");
    }

    private static Known known(String id) {
        return new Known(
                id, Optional.of(new Timestamp("2020-01-02T10:00:00Z")), Optional.empty(), Place.startOf("feed"));
    }
}
