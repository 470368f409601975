package org.feedside.base.slugs;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;

/** Slugs (zola.md, section 4). */
class SlugRulesTest {
    @ParameterizedTest
    @RowSource("4-slugs")
    void a_path_or_term_becomes_its_slug(Rows.Row row) {
        assertThat(Slugs.ofPath(row.text(0), SlugMode.ON)).isEqualTo(row.text(1));
        assertThat(Slugs.ofPath(row.text(0), SlugMode.SAFE)).isEqualTo(row.text(2));
        assertThat(Slugs.ofPath(row.text(0), SlugMode.OFF)).isEqualTo(row.text(3));
    }

    @ParameterizedTest
    @RowSource("4-slugs")
    void an_anchor_becomes_its_slug(Rows.Row row) {
        assertThat(Slugs.ofAnchor(row.text(0), SlugMode.ON)).isEqualTo(row.text(1));
        assertThat(Slugs.ofAnchor(row.text(0), SlugMode.SAFE)).isEqualTo(row.text(4));
        assertThat(Slugs.ofAnchor(row.text(0), SlugMode.OFF)).isEqualTo(row.text(4));
    }
}
