package org.feedside.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.testing.RecordValues;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Zola's configuration in the forms of all Zola versions (zola.md, sections 6 and 7). */
class SiteConfigTest {
    private static final String FIRST = "base_url = 'https://example.org'\n";

    @ParameterizedTest
    @RowSource("7-config")
    void a_key_has_the_same_meaning_as_in_zola(Rows.Row row) {
        var parsed = read(FIRST + row.text(0));

        var config = parsed.value().orElseThrow(() -> new AssertionError(parsed.problems()));
        assertThat(value(config, row.text(1)).filter(text -> !text.isEmpty())).isEqualTo(row.optional(2));
    }

    private static Optional<String> value(SiteConfig config, String path) {
        var first = path.substring(0, path.contains(".") ? path.indexOf('.') : path.length());
        if (first.equals("default")) {
            return RecordValues.text(config.defaultLanguage(), path.substring("default.".length()));
        }
        var language = config.language(first);
        return language.isPresent()
                ? RecordValues.text(language.get(), path.substring(first.length() + 1))
                : RecordValues.text(config, path);
    }

    @ParameterizedTest
    @RowSource("7-config-errors")
    void an_error_is_reported_at_its_place(Rows.Row row) {
        var parsed = read(FIRST + row.text(0));

        assertThat(parsed.value()).isEmpty();
        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactly("zola.toml:" + row.text(1).replaceFirst(" ", ": error: "));
    }

    @ParameterizedTest
    @RowSource("7-base-url")
    void base_url_must_be_absolute(Rows.Row row) {
        var parsed = read(row.optional(0).map("base_url = '%s'"::formatted).orElse("title = 'x'"));

        assertThat(parsed.problems())
                .extracting(Object::toString)
                .isEqualTo(row.optional(1).map("zola.toml:"::concat).stream().toList());
        assertThat(parsed.value().isEmpty()).isEqualTo(row.optional(1).isPresent());
    }

    @Test
    void a_base_url_overrides_the_configured_one() {
        var config = SiteConfigReader.read("zola.toml", "base_url = '/'", Optional.of("http://127.0.0.1:1111"))
                .value()
                .orElseThrow();

        assertThat(config.baseUrl()).isEqualTo("http://127.0.0.1:1111");
    }

    @Test
    void all_errors_are_reported_at_once() {
        var parsed = read("title = 1\nfeed_limit = -1\n[slugify]\npaths = 'x'\n");

        assertThat(parsed.problems()).extracting(p -> p.place().line()).containsExactlyInAnyOrder(1, 1, 2, 4);
    }

    @Test
    void the_default_language_comes_first_and_the_others_are_sorted_by_code() {
        var config = read(FIRST + "default_language = 'fr'\n[languages.pt]\n[languages.fr]\n[languages.de]")
                .value()
                .orElseThrow();

        assertThat(config.languages()).extracting(Language::code).containsExactly("fr", "de", "pt");
        assertThat(config.isMultilingual()).isTrue();
    }

    private static Parsed<SiteConfig> read(String text) {
        return SiteConfigReader.read("zola.toml", text, Optional.empty());
    }
}
