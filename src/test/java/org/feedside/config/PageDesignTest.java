package org.feedside.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The settings for the pages about feeds. */
class PageDesignTest {
    private static PageDesign design(String settings) {
        var parsed = ServiceConfigReader.read("feedside.toml", settings);
        return parsed.value()
                .orElseThrow(() -> new AssertionError(parsed.problems()))
                .design();
    }

    @Test
    void readers_are_added_after_the_default_ones_replaced_and_removed() {
        assertThat(design("").readers().keySet())
                .containsExactly("Feedly", "Inoreader", "NewsBlur", "The Old Reader", "Feedbin");
        assertThat(design("""
                                [readers]
                                Miniflux = "https://reader.example.org/bookmarklet?uri={url}"
                                Feedly = "https://feedly.example.org/?{url}"
                                Inoreader = ""
                                "The Old Reader" = ""
                                """).readers())
                .containsExactly(
                        Map.entry("Feedly", "https://feedly.example.org/?{url}"),
                        Map.entry("NewsBlur", "https://www.newsblur.com/?url={url}"),
                        Map.entry("Feedbin", "https://feedbin.com/?subscribe={url}"),
                        Map.entry("Miniflux", "https://reader.example.org/bookmarklet?uri={url}"));
    }

    @Test
    void only_a_colour_replaces_a_missing_accent() {
        assertThat(design("").withDefaultAccent(() -> Optional.of("#123456")).accent())
                .contains("#123456");
        assertThat(design("")
                        .withDefaultAccent(() -> Optional.of("rebeccapurple"))
                        .accent())
                .isEmpty();
        assertThat(design("accent = '#abcdef'")
                        .withDefaultAccent(() -> Optional.of("#123456"))
                        .accent())
                .contains("#abcdef");
    }
}
