package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.feedside.base.toml.TomlText;
import org.feedside.testing.TestSite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile names of terms, in a site whose paths contain them without slugs. */
class HostileNamesTest {
    private static final Path FEEDS = Path.of("/site/feeds");

    private static TestSite.Result site(String term) {
        return TestSite.configured(
                        "taxonomies = [{ name = 'tags', feed = true }]",
                        "slugify = { paths = 'off', taxonomies = 'off' }")
                .page(
                        "a.md",
                        "date = 2025-01-15",
                        "title = " + TomlText.quoted(term),
                        "taxonomies.tags = [" + TomlText.quoted(term) + "]")
                .read();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../..",
                "../../../etc/passwd",
                "a/../../../b",
                "a/..",
                ".feedside",
                "a/.feedside/b",
                "\0",
                "a\nb",
                "a\u001Bb",
                "\u202Eabc",
                "a\u2066b",
                "a\u2028b",
                "a\u0085b",
                "a\\..\\b"
            })
    void a_name_that_is_not_a_safe_path_has_no_feed_and_a_warning(String term) {
        var site = site(term);

        assertThat(site.paths()).noneMatch(path -> path.startsWith("tags/"));
        assertThat(site.messages()).anyMatch(message -> message.contains("is not a safe path"));
        assertThat(site.messages()).noneMatch(message -> message.matches("(?s).*[\\p{Cc}\u202E\u2066\u2028].*"));
    }

    @ParameterizedTest
    @ValueSource(ints = {210, 10_000})
    void a_name_longer_than_a_file_name_has_no_feed_and_a_warning(int length) {
        var site = site("x".repeat(length));

        assertThat(site.paths()).noneMatch(path -> path.startsWith("tags/"));
        assertThat(site.messages())
                .anyMatch(message -> message.contains("is not a safe path") && message.length() < 1_400);
    }

    @ParameterizedTest
    @ValueSource(ints = {86, 199})
    void the_limit_counts_bytes(int length) {
        assertThat(site("\u5317".repeat(length)).paths()).noneMatch(path -> path.startsWith("tags/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "a/b", "/a", "a//b", "CON", "aux.", "A", "\u00E9", "e\u0301", "a b", "%2e%2e", "~", "a:b", "\u5317"
            })
    void other_names_stay_inside_the_folder(String term) {
        var site = site(term);

        for (var path : site.paths()) {
            var file = FEEDS.resolve(path);
            assertThat(file.toString()).isEqualTo(file.normalize().toString()).startsWith(FEEDS + "/");
        }
        assertThat(site.documents()).isNotEmpty();
    }
}
