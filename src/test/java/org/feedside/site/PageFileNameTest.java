package org.feedside.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedside.content.PageDate;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;

/** Section 3.2 of the rules: dates and slugs in file names. */
class PageFileNameTest {
    @ParameterizedTest
    @RowSource("3.2-file-names")
    void a_name_gives_a_date_and_a_slug(Rows.Row row) {
        var name = PageFileName.of(row.text(0), false);

        assertThat(name.date().map(PageDate::text)).isEqualTo(row.optional(1));
        assertThat(name.slug()).isEqualTo(row.text(2));
    }

    @ParameterizedTest
    @RowSource("3.2-file-names")
    void a_slug_keeps_its_date_with_paths_keep_dates(Rows.Row row) {
        var name = PageFileName.of(row.text(0), true);

        assertThat(name.date().map(PageDate::text)).isEqualTo(row.optional(1));
        assertThat(name.slug()).isEqualTo(row.text(3));
    }
}
