package org.feedside.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the pages: every language has every text that is used, and no other. */
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/feedside/pages");
    private static final String ENGLISH = "texts.properties";

    /** Texts are named in the templates and in the classes of the pages. */
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/jte"), Path.of("src/main/java/org/feedside/pages"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private static Properties file(String name) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        for (var folder : SOURCES) {
            try (var files = Files.list(folder)) {
                files.filter(Files::isRegularFile).sorted().forEach(file -> all.append(text(file)));
            }
        }
        return all.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "pt", "ja", "ar"})
    void a_language_has_every_text_with_the_same_placeholders(String language) throws IOException {
        var english = file(ENGLISH);
        var other = file("texts_" + language + ".properties");

        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(other.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
        assertThat(other.getProperty("months").split(" ", -1)).hasSize(12);
        assertThat(other.getProperty("direction")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    }

    @Test
    void a_key_is_in_a_file_once() throws IOException {
        try (var files = Files.list(RESOURCES)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                var keys = Files.readAllLines(file).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')));
                assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void every_text_is_used_and_every_used_text_exists() throws IOException {
        var sources = sources();
        var keys = file(ENGLISH).stringPropertyNames();
        var used = Pattern.compile("\\b[tT]exts\\.(?:get|parts)\\(\\s*\"(\\w+)\"")
                .matcher(sources)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(used)
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(keys).contains(key));
        assertThat(keys).allSatisfy(key -> assertThat(sources).contains("\"" + key + "\""));
    }

    /** The templates of the pages for readers have no words of their own; those for the operator are in English. */
    @Test
    void the_templates_have_no_other_words() throws IOException {
        for (var template : Stream.of(
                        "address", "bar", "card", "choice", "facts", "feed", "form", "index", "sentence", "text")
                .toList()) {
            var words = text(Path.of("src/main/jte", template + ".jte"))
                    .replaceAll("(?s)<%--.*?--%>", "")
                    .replaceAll("(?m)^@(?:import|param).*$", "")
                    .replaceAll("\\$\\{[^}]*}|!\\{[^}]*}", "")
                    .replaceAll("@(?:if|elseif|for)\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)", "")
                    .replaceAll("@template\\.(?!layout)\\w+\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)", "")
                    .replaceAll("(?s)<[^>]*>", "")
                    .replaceAll("@template\\.layout\\(|\\b(?:head|measure|masthead|content|footer) = .*", "")
                    .replaceAll("@else|@end(?:if|for)|&[a-z]+;", "");
            assertThat(words).as(template).doesNotContainPattern("\\p{L}{2,}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | en | 8 March 2024
            de_AT | de | 8. März 2024
            fr    | fr | 8 mars 2024
            es-MX | es | 8 de marzo de 2024
            pt-BR | pt | 8 de março de 2024
            ja    | ja | 2024年3月8日
            ar    | ar | 8 مارس 2024
            it    | en | 8 March 2024
            x     | en | 8 March 2024
            """)
    void a_language_has_its_texts_or_those_in_english(String code, String language, String date) {
        var texts = Texts.in(code, Map.of());

        assertThat(texts.language()).isEqualTo(language);
        assertThat(texts.date(LocalDate.parse("2024-03-08"))).isEqualTo(date);
    }

    @Test
    void the_locale_of_the_machine_has_no_effect() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(Texts.in("it", Map.of()).get("feed_subscribe")).isEqualTo("Subscribe");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_text_can_be_replaced() {
        var texts = Texts.in("fr", Map.of("feed_subscribe", "Suivre"));

        assertThat(texts.get("feed_subscribe")).isEqualTo("Suivre");
        assertThat(texts.get("page_all_feeds")).isEqualTo("Tous les flux");
    }

    @Test
    void a_value_in_a_text_keeps_its_language() {
        var name = LocalizedText.of("海", "ja");

        assertThat(Texts.in("en", Map.of()).parts("feed_of_section", name))
                .containsExactly(LocalizedText.own("Every new post in this section of "), name, LocalizedText.own("."));
    }

    @Test
    void a_value_is_not_searched_for_placeholders() {
        assertThat(Texts.in("en", Map.of()).get("problem_many", "{1}", 5))
                .isEqualTo("{1} are too many for one feed. Choose at most 5.");
    }

    @Test
    void an_unknown_key_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> Texts.in("en", Map.of()).get("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }
}
