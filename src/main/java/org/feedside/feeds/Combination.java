package org.feedside.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.config.FeedRule;

/**
 * A combination of terms, as written in a URL: {@code a+b} selects posts with all of the terms, {@code a,b} posts with
 * any of them, and {@code -c} excludes posts with a term, as in {@code a+b+-c}.
 *
 * @param rule over the slugs of terms
 */
public record Combination(FeedRule rule) {
    /** The maximum number of terms in a combination. It limits the work that one URL can cause. */
    public static final int MAX_TERMS = 5;

    private static final String OPERATORS = "+,-";

    /**
     * Parses a combination; empty if the text is not a combination of known terms. Slugs may contain the operators: the
     * longest known slug wins. Terms may also be written as names, and an exclusion without an operator before it, as
     * in {@code a-c}; {@link #text} is the canonical form.
     *
     * @param slugs the slugs of the known terms
     * @param slug turns a name into a slug
     */
    static Optional<Combination> parse(String text, Set<String> slugs, UnaryOperator<String> slug) {
        // Slugs may contain operators, so some canonical texts would parse as another combination.
        return new Parser(text, slugs, slug)
                .parse()
                .filter(parsed -> new Parser(parsed.text(), slugs, slug).parse().equals(Optional.of(parsed)));
    }

    /** Returns the canonical form, to which every other form redirects. */
    public String text() {
        var operator = rule.join() == FeedRule.Join.ANY ? "," : "+";
        return Stream.concat(rule.included().stream(), rule.excluded().stream().map(term -> "-" + term))
                .collect(Collectors.joining(operator));
    }

    /** Returns a title that needs no translation: {@code Rust + Web − Go}. */
    String title(UnaryOperator<String> name) {
        var operator = rule.join() == FeedRule.Join.ANY ? ", " : " + ";
        var included = rule.included().stream().map(name).collect(Collectors.joining(operator));
        return Stream.concat(
                        included.isEmpty() ? Stream.empty() : Stream.of(included),
                        rule.excluded().stream().map(term -> "\u2212 " + name.apply(term)))
                .collect(Collectors.joining(" "));
    }

    /** Returns the term, if the combination includes one term and excludes none. */
    Optional<String> single() {
        return rule.excluded().isEmpty() && rule.included().size() == 1
                ? rule.included().stream().findFirst()
                : Optional.empty();
    }

    private static final class Parser {
        private final String text;
        private final Set<String> slugs;
        private final UnaryOperator<String> slug;
        private final int longestSlug;
        private final Set<String> included = new TreeSet<>();
        private final Set<String> excluded = new TreeSet<>();
        private final List<Character> operators = new ArrayList<>();
        private int at;

        Parser(String text, Set<String> slugs, UnaryOperator<String> slug) {
            this.text = text;
            this.slugs = slugs;
            this.slug = slug;
            this.longestSlug = slugs.stream().mapToInt(String::length).max().orElse(0);
        }

        Optional<Combination> parse() {
            var operator = ' ';
            var terms = 0;
            do {
                // Counts the terms as written, before they are looked up, because a URL may be very long.
                if (++terms > MAX_TERMS || !parseTerm(operator)) {
                    return Optional.empty();
                }
                operator = at < text.length() ? text.charAt(at) : ' ';
                // A hyphen is both an operator and the mark of an exclusion.
                at += operator == '+' || operator == ',' ? 1 : 0;
            } while (at < text.length() || operator != ' ');
            var isMixed = operators.contains('+') && operators.contains(',');
            if (isMixed) {
                return Optional.empty();
            }
            var isAny = included.size() > 1 && operators.contains(',');
            return Optional.of(
                    new Combination(new FeedRule(isAny ? FeedRule.Join.ANY : FeedRule.Join.ALL, included, excluded)));
        }

        private boolean parseTerm(char operator) {
            var start = at;
            if (text.startsWith("-", at)) {
                at++;
                var exclusion = parseSlug().or(this::parseName);
                exclusion.ifPresent(excluded::add);
                if (exclusion.isPresent() || operator == '-') {
                    return exclusion.isPresent();
                }
                // A slug may begin with a hyphen.
                at = start;
            }
            var found = parseSlug().or(this::parseName);
            found.ifPresent(included::add);
            if (found.isPresent() && operator != ' ') {
                operators.add(operator);
            }
            return found.isPresent();
        }

        /** Parses the longest known slug at the current position. */
        private Optional<String> parseSlug() {
            for (var end = Math.min(text.length(), at + longestSlug); end > at; end--) {
                var isAtEnd = end == text.length() || OPERATORS.indexOf(text.charAt(end)) >= 0;
                if (isAtEnd && slugs.contains(text.substring(at, end))) {
                    var found = text.substring(at, end);
                    at = end;
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }

        private Optional<String> parseName() {
            var end = at;
            while (end < text.length() && "+,".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            var found = slug.apply(text.substring(at, end));
            at = end;
            return Optional.of(found).filter(term -> !term.isEmpty() && slugs.contains(term));
        }
    }
}
