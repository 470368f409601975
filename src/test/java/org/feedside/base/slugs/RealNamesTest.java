package org.feedside.base.slugs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Slugs (zola.md, section 4). An underscore in the table is a space, which would be invisible. */
class RealNamesTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "slugs.txt",
            delimiterString = " ¦ ",
            quoteCharacter = '\u0001',
            emptyValue = "",
            nullValues = "NULL")
    void slugs_are_equal_to_zolas(String rule, String text, String on, String safe, String off) {
        var name = text.replace('_', ' ');

        assertThat(Slugs.ofPath(name, SlugMode.ON)).as(rule).isEqualTo(on == null ? "" : on);
        assertThat(Slugs.ofPath(name, SlugMode.SAFE)).as(rule).isEqualTo(safe == null ? "" : safe);
        assertThat(Slugs.ofPath(name, SlugMode.OFF)).as(rule).isEqualTo(off.replace('_', ' '));
    }

    @Test
    void an_anchor_only_replaces_spaces_unless_slugs_are_on() {
        assertThat(Slugs.ofAnchor("L'été \t&c.", SlugMode.ON)).isEqualTo("l-ete-c");
        assertThat(Slugs.ofAnchor("L'été \t&c.", SlugMode.SAFE)).isEqualTo("L'été__&c.");
        assertThat(Slugs.ofAnchor("L'été \t&c.", SlugMode.OFF)).isEqualTo("L'été__&c.");
    }
}
