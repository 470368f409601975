package org.feedside.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.feedside.testing.RecordValues;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings: each default, each key with another value, each invalid value. */
class ServiceConfigTest {
    @ParameterizedTest
    @RowSource("settings")
    void a_setting_has_its_value_or_its_default(Rows.Row row) {
        var parsed = ServiceConfigReader.read("feedside.toml", row.text(0));

        var config = parsed.value().orElseThrow(() -> new AssertionError(parsed.problems()));
        assertThat(RecordValues.text(config, row.text(1))).isEqualTo(row.optional(2));
    }

    @Test
    void the_table_has_a_default_and_another_value_for_each_setting() {
        var settings = Arrays.stream(ServiceConfig.class.getRecordComponents())
                .map(c -> c.getName())
                // This key is a table with its own test.
                .filter(name -> !name.equals("http"))
                .toList();

        assertThat(named(true)).containsExactlyInAnyOrderElementsOf(settings);
        assertThat(named(false)).containsExactlyInAnyOrderElementsOf(settings);
    }

    private static List<String> named(boolean byDefault) {
        return Rows.of("settings")
                .filter(row -> row.text(0).isEmpty() == byDefault)
                .map(row -> row.text(1))
                .distinct()
                .toList();
    }

    @Test
    void a_missing_file_is_equal_to_an_empty_one() {
        assertThat(ServiceConfigReader.read("feedside.toml", "").value()).contains(ServiceConfig.DEFAULT);
    }

    @ParameterizedTest
    @RowSource("settings-errors")
    void a_wrong_setting_is_an_error_at_its_key(Rows.Row row) {
        var parsed = ServiceConfigReader.read("feedside.toml", "\n" + row.text(0));

        assertThat(parsed.value()).isEmpty();
        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactly("feedside.toml:2:1: error: " + row.text(1));
    }

    @Test
    void an_unknown_key_without_a_similar_one_lists_all_keys() {
        var parsed = ServiceConfigReader.read("feedside.toml", "colour = 'red'");

        assertThat(parsed.problems())
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .startsWith(
                        "feedside.toml:1:1: error: unknown key `colour`; expected one of: accent, archives, browsers, built, built_settle, content_selector, entries, feeds, follow_links, future, host, http");
    }

    @Test
    void browsers_cannot_be_redirected_to_pages_that_are_disabled() {
        var parsed = ServiceConfigReader.read("feedside.toml", "pages = ''\nbrowsers = 'page'");

        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "feedside.toml:2:1: error: `browsers` cannot be \"page\" without pages: remove `pages = \"\"`");
    }

    @ParameterizedTest
    @CsvSource({"8080, 8081", "0, 0", "65535, 0"})
    void the_operators_port_follows_the_feeds_port(int feeds, int operator) {
        assertThat(OperatorConfig.DEFAULT.effectivePort(feeds)).isEqualTo(operator);
    }

    @Test
    void all_errors_are_reported_at_once() {
        var parsed = ServiceConfigReader.read("feedside.toml", "port = 'x'\nlimit = 0\ncolour = 1\nfuture = 1\n");

        assertThat(parsed.problems()).extracting(p -> p.place().line()).containsExactlyInAnyOrder(1, 2, 3, 4);
    }
}
