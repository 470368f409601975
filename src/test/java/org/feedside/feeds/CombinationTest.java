package org.feedside.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feedside.testing.WordSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which URLs write combinations, and the canonical form. */
class CombinationTest {
    private static final Set<String> SLUGS =
            Set.of("a", "b", "c", "d", "e", "f", "rust", "rust-lang", "c++", "-x", "web");

    private static Optional<Combination> parse(String text) {
        return Combination.parse(text, SLUGS, name -> name.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a+b            | a+b
            b+a            | a+b
            b,a            | a,b
            a,b,-c         | a,b,-c
            -c,a,b         | a,b,-c
            a+-c+b         | a+b+-c
            a-c            | a+-c
            a+b-c          | a+b+-c
            -c             | -c
            -d,-c          | -c+-d
            a,-c           | a+-c
            a+a            | a
            A+B            | a+b
            rust-lang      | rust-lang
            rust-web       | rust+-web
            rust+-lang     |
            rust-lang+web  | rust-lang+web
            c+++web        | c+++web
            c++,web        | c++,web
            c+web          | c+web
            web+-x         | -x+web
            --x            | --x
            a-x            |
            a+b+c+d+e      | a+b+c+d+e
            a+b+c+d+-e     | a+b+c+d+-e
            a+-a           | a+-a
            """)
    void a_combination_has_one_canonical_form(String text, String canonical) {
        assertThat(parse(text).map(Combination::text)).isEqualTo(Optional.ofNullable(canonical));
        if (canonical != null) {
            assertThat(parse(canonical)).isEqualTo(parse(text));
        }
    }

    @ParameterizedTest
    @EmptySource
    @WordSource("""
            + - , a+ +a a, a++b a--b --a a+b,c none a+none a+b+c+d+e+f a+a+a+a+a+a a,b,c,d,-e,-f ␣
            """)
    void other_texts_are_not_combinations(String text) {
        assertThat(parse(text)).isEmpty();
    }

    /** A lookup of 10,000 terms at 10,000 positions each would take minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"a+", "a,", "-a+", "a-", "+"})
    @Timeout(5)
    void thousands_of_terms_are_rejected_at_once(String term) {
        assertThat(parse(term.repeat(10_000) + "a")).isEmpty();
    }

    @Test
    void an_ambiguous_text_is_not_a_combination() {
        var slugs = Set.of("a", "b", "b+", "a+b");

        // "b++-a" can mean b and +-a, or b+ and -a; "a+b" is a term.
        assertThat(Combination.parse("b+a", slugs, name -> name)).isEmpty();
        for (var text : List.of("b-a", "b,a", "b+,a", "a+-b", "a+b+b", "-b+,a")) {
            Combination.parse(text, slugs, name -> name)
                    .ifPresent(read -> assertThat(Combination.parse(read.text(), slugs, name -> name))
                            .as(text)
                            .contains(read));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a+b    | A + B
            a,b    | A, B
            a+-b   | A \u2212 B
            -a,-b  | \u2212 A \u2212 B
            """)
    void the_title_needs_no_translation(String text, String title) {
        assertThat(parse(text).orElseThrow().title(slug -> slug.toUpperCase(Locale.ROOT)))
                .isEqualTo(title);
    }
}
