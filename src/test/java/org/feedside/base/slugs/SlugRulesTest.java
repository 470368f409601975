package org.feedside.base.slugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slugs (zola.md, section 4). */
class SlugRulesTest {
    static Stream<Rows.Row> slugs() {
        return Rows.of("4-slugs");
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void a_path_or_term_becomes_its_slug(Rows.Row row) {
        assertThat(Slugs.ofPath(row.text(0), SlugMode.ON)).isEqualTo(row.text(1));
        assertThat(Slugs.ofPath(row.text(0), SlugMode.SAFE)).isEqualTo(row.text(2));
        assertThat(Slugs.ofPath(row.text(0), SlugMode.OFF)).isEqualTo(row.text(3));
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void an_anchor_becomes_its_slug(Rows.Row row) {
        assertThat(Slugs.ofAnchor(row.text(0), SlugMode.ON)).isEqualTo(row.text(1));
        assertThat(Slugs.ofAnchor(row.text(0), SlugMode.SAFE)).isEqualTo(row.text(4));
        assertThat(Slugs.ofAnchor(row.text(0), SlugMode.OFF)).isEqualTo(row.text(4));
    }
}
