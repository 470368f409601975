package org.feedside.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRuleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            posts - links          | ALL | posts     | links
            posts \u2212 links    | ALL | posts     | links
            rust + web             | ALL | rust,web  |
            rust, web              | ANY | rust,web  |
            rust,web - old news    | ANY | rust,web  | old news
            a-b + c - d - e-f      | ALL | a-b,c     | d,e-f
            one                    | ALL | one       |
            """)
    void a_rule_includes_and_excludes_names(String text, FeedRule.Join join, String included, String excluded) {
        var rule = FeedRule.parse(text).orElseThrow();

        assertThat(rule.join()).isEqualTo(join);
        assertThat(String.join(",", rule.included())).isEqualTo(included);
        assertThat(String.join(",", rule.excluded())).isEqualTo(excluded == null ? "" : excluded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a +", "a, , b", "a + b, c", "a - ", ","})
    void a_text_with_missing_names_is_not_a_rule(String text) {
        assertThat(FeedRule.parse(text)).isEmpty();
    }

    @Test
    void an_additional_feed_needs_a_title_and_a_rule() {
        var parsed = ServiceConfigReader.read("feedside.toml", """
                [feeds."Über"]
                title = "x"
                rule = "a"
                [feeds.b]
                rule = "a + b, c"
                """);

        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "feedside.toml:2:1: error: `Über` is not a valid name for a feed: it becomes part of the feed's URL, so use a-z, 0-9, - and /",
                        "feedside.toml:4:1: error: a feed needs a `title`",
                        "feedside.toml:5:1: error: `rule` must name posts, sections or terms, as in \"posts - links\", \"rust + web\" (both) or \"rust, web\" (any)");
    }
}
