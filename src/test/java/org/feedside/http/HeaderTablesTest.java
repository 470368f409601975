package org.feedside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import org.feedside.base.text.PercentEncoding;
import org.feedside.publishing.Coding;
import org.feedside.publishing.PublicUrl;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests header fields, paths and addresses with the tables in the resources folder. */
class HeaderTablesTest {
    private final AcceptEncoding codings = new AcceptEncoding();

    @ParameterizedTest
    @RowSource("http/accept-encoding")
    void the_coding_with_the_highest_weight_is_chosen(Rows.Row row) {
        var header = row.optional(0);

        assertThat(codings.choose(header, EnumSet.of(Coding.IDENTITY, Coding.GZIP)::contains)
                        .token())
                .isEqualTo(row.text(1));
        assertThat(codings.choose(header, EnumSet.allOf(Coding.class)::contains).token())
                .isEqualTo(row.text(2));
    }

    @ParameterizedTest
    @RowSource("http/if-none-match")
    void entity_tags_are_compared_weakly(Rows.Row row) {
        assertThat(IfNoneMatch.parse(row.text(0)).matches("abc"))
                .isEqualTo(row.text(1).equals("yes"));
    }

    @ParameterizedTest
    @RowSource("http/dates")
    void dates_are_recognised_in_three_formats(Rows.Row row) {
        var isValid = row.optional(1).isPresent();
        var instant = Instant.parse(row.optional(1).orElse("1994-11-06T08:49:37Z"));

        assertThat(HttpDate.names(row.text(0), instant)).isEqualTo(isValid);
        assertThat(HttpDate.names(row.text(0), instant.plusSeconds(1))).isFalse();
        assertThat(HttpDate.names(row.text(0), instant.plusSeconds(86_400))).isFalse();
    }

    /** With more kinds of white space, two servers could read different requests (RFC 9110, section 5.6.3). */
    @ParameterizedTest
    @ValueSource(chars = {'\n', '\u000b', '\f', '\r', '\u001c', '\u0085', '\u00a0', '\u2003'})
    void only_spaces_and_tabs_are_white_space(char other) {
        assertThat(FieldText.trimmed(" \t" + other + "a" + other + "\t ")).isEqualTo(other + "a" + other);
        assertThat(FieldText.trimmed(" \t ")).isEmpty();
        assertThat(IfNoneMatch.parse("\t* ").any()).isTrue();
        assertThat(IfNoneMatch.parse(other + "*").any()).isFalse();
        assertThat(QualityValues.of("gzip\t; q=0")).containsEntry("gzip", 0.0);
        assertThat(QualityValues.of("gzip" + other + ";q=0")).isEmpty();
        var date = "Sun, 06 Nov 1994 08:49:37 GMT";
        assertThat(HttpDate.names("\t" + date + " ", Instant.parse("1994-11-06T08:49:37Z")))
                .isTrue();
        assertThat(HttpDate.names(other + date, Instant.parse("1994-11-06T08:49:37Z")))
                .isFalse();
    }

    @Test
    void dates_are_formatted_in_one_format() {
        assertThat(HttpDate.format(Instant.parse("1994-11-06T08:49:37Z"))).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @ParameterizedTest
    @RowSource("http/paths")
    void paths_are_decoded_strictly(Rows.Row row) {
        assertThat(RequestPath.decode(row.text(0))).isEqualTo(row.optional(1).filter(path -> !path.equals("!")));
    }

    @ParameterizedTest
    @RowSource("http/addresses")
    void addresses_are_percent_encoded(Rows.Row row) {
        assertThat(PercentEncoding.url(row.text(0))).isEqualTo(row.text(1));
    }

    @Test
    void paths_are_appended_to_the_base_url() {
        assertThat(PublicUrl.below(URI.create("https://example.org"), "a b.xml"))
                .isEqualTo("https://example.org/a%20b.xml");
        assertThat(PublicUrl.below(URI.create("https://example.org/blog/"), "tags/日%/a.xml"))
                .isEqualTo("https://example.org/blog/tags/%E6%97%A5%25/a.xml");
    }
}
