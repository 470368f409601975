package org.feedside.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Section 3.1 of the rules: dates. */
class PageDateTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @RowSource("3.1-dates")
    void a_date_is_read_and_printed_as_zola_does(Rows.Row row) {
        var date = PageDate.parse(row.text(0));

        assertThat(date.map(PageDate::text)).isEqualTo(row.optional(1));
        assertThat(date.map(PageDate::atom)).isEqualTo(row.optional(2));
        assertThat(date.map(PageDate::rss)).isEqualTo(row.optional(3));
    }

    @ParameterizedTest
    @RowSource("3.1-toml-dates")
    void a_toml_date_is_read_into_its_canonical_text(Rows.Row row) {
        var parsed = new ZolaConventions()
                .read(
                        new SourcePath("a.md"),
                        "a.md",
                        ("+++\ndate = " + row.text(0) + "\n+++\n").getBytes(StandardCharsets.UTF_8),
                        List.of());

        var page = (Page) parsed.value().orElseThrow(() -> new AssertionError(parsed.problems()));
        assertThat(page.date().map(PageDate::text)).isEqualTo(row.optional(1));
    }

    @ParameterizedTest
    @RowSource("3.1-date-order")
    void dates_are_ordered_by_their_instants_in_utc(Rows.Row row) {
        var same = row.text(1).startsWith("= ");
        var earlier = date(row.text(0));
        var later = date(same ? row.text(1).substring(2) : row.text(1));

        assertThat(earlier.instant().equals(later.instant())).isEqualTo(same);
        assertThat(earlier.instant()).isBeforeOrEqualTo(later.instant());
    }

    @Test
    void a_date_without_an_offset_is_in_the_timezone_of_the_site() {
        assertThat(date("2025-01-15").instantIn(PARIS)).isEqualTo(Instant.parse("2025-01-14T23:00:00Z"));
        assertThat(date("2025-07-15T08:00:00").instantIn(PARIS)).isEqualTo(Instant.parse("2025-07-15T06:00:00Z"));
        assertThat(date("2025-1-15").instantIn(PARIS)).isEqualTo(Instant.parse("2025-01-14T23:00:00Z"));
        assertThat(date("2025-01-15 8:00:00").instantIn(PARIS)).isEqualTo(Instant.parse("2025-01-15T07:00:00Z"));
    }

    @Test
    void a_date_with_an_offset_is_an_instant_in_any_timezone() {
        assertThat(date("2025-01-15T00:00:00Z").instantIn(PARIS)).isEqualTo(Instant.parse("2025-01-15T00:00:00Z"));
        assertThat(date("2025-01-15T00:00:00-05:00").instantIn(PARIS)).isEqualTo(Instant.parse("2025-01-15T05:00:00Z"));
        assertThat(date("2025-01-15 8:00:00 Z").instantIn(PARIS)).isEqualTo(Instant.parse("2025-01-15T08:00:00Z"));
    }

    @Test
    void a_date_of_rss_is_read() {
        assertThat(PageDate.parseRss("Wed, 15 Jan 2025 00:37:27 +0100").map(PageDate::text))
                .contains("2025-01-15T00:37:27+01:00");
        assertThat(PageDate.parseRss("yesterday")).isEqualTo(Optional.empty());
    }

    private static PageDate date(String text) {
        return PageDate.parse(text).orElseThrow();
    }
}
