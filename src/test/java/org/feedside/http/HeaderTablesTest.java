package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.publishing.Coding;
import org.feedside.publishing.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests header fields, paths and addresses with the tables in the resources folder. */
class HeaderTablesTest {
    private final AcceptEncoding codings = new AcceptEncoding();

    @ParameterizedTest
    @MethodSource("codings")
    void the_coding_with_the_highest_weight_is_chosen(Rows.Row row) {
        var header = row.cell(0).equals("-") ? Optional.<String>empty() : Optional.of(row.cell(0));

        assertThat(codings.choose(header, EnumSet.of(Coding.IDENTITY, Coding.GZIP)::contains)
                        .token())
                .isEqualTo(row.cell(1));
        assertThat(codings.choose(header, EnumSet.allOf(Coding.class)::contains).token())
                .isEqualTo(row.cell(2));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void entity_tags_are_compared_weakly(Rows.Row row) {
        assertThat(IfNoneMatch.parse(row.cell(0)).matches("abc"))
                .isEqualTo(row.cell(1).equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void dates_are_recognised_in_three_formats(Rows.Row row) {
        var isValid = !row.cell(1).equals("-");
        var instant = isValid ? Instant.parse(row.cell(1)) : Instant.parse("1994-11-06T08:49:37Z");

        assertThat(HttpDate.names(row.cell(0), instant)).isEqualTo(isValid);
        assertThat(HttpDate.names(row.cell(0), instant.plusSeconds(1))).isFalse();
        assertThat(HttpDate.names(row.cell(0), instant.plusSeconds(86_400))).isFalse();
    }

    @Test
    void dates_are_formatted_in_one_format() {
        assertThat(HttpDate.format(Instant.parse("1994-11-06T08:49:37Z"))).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void paths_are_decoded_strictly(Rows.Row row) {
        var expected = row.cell(1).equals("!") ? Optional.<String>empty() : Optional.of(row.cell(1));

        assertThat(RequestPath.decode(row.cell(0))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addresses_are_percent_encoded(Rows.Row row) {
        assertThat(PercentEncoding.url(row.cell(0))).isEqualTo(row.cell(1));
    }

    @Test
    void paths_are_appended_to_the_base_url() {
        assertThat(PublicUrl.below(URI.create("https://example.org"), "a b.xml"))
                .isEqualTo("https://example.org/a%20b.xml");
        assertThat(PublicUrl.below(URI.create("https://example.org/blog/"), "tags/日%/a.xml"))
                .isEqualTo("https://example.org/blog/tags/%E6%97%A5%25/a.xml");
    }

    static List<Rows.Row> addresses() {
        return Rows.of("addresses.txt");
    }

    static List<Rows.Row> codings() {
        return Rows.of("accept-encoding.txt");
    }

    static List<Rows.Row> tags() {
        return Rows.of("if-none-match.txt");
    }

    static List<Rows.Row> dates() {
        return Rows.of("dates.txt");
    }

    static List<Rows.Row> paths() {
        return Rows.of("paths.txt");
    }
}
