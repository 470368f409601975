package org.feedside.feeds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.config.FeedRule;

/**
 * A combination of terms as it stands in an address: {@code a+b} for what has all of them, {@code a,b} for what has any,
 * {@code -c} for what has it not, as in {@code a+b+-c}.
 *
 * @param rule of the terms' slugs
 */
public record Combination(FeedRule rule) {
    /** The terms of a combination as it is written: more would only be work for nobody. */
    public static final int MOST_TERMS = 5;

    private static final String SIGNS = "+,-";

    /**
     * Reads a combination; empty if it is none of known terms. Slugs may have any of the signs in them: the longest slug
     * that is known wins. Terms may also be written as names, and an exclusion without a sign before it, as in
     * {@code a-c}; {@link #text} is the one way to write it.
     *
     * @param slugs those of the known terms
     * @param slug makes a slug of a name
     */
    static Optional<Combination> parse(String text, Set<String> slugs, UnaryOperator<String> slug) {
        // Where slugs have signs in them, some addresses would mean something else when they are read again.
        return new Parser(text, slugs, slug)
                .parse()
                .filter(read -> new Parser(read.text(), slugs, slug).parse().equals(Optional.of(read)));
    }

    /** The address of the combination: every other way to write it leads here. */
    public String text() {
        var sign = rule.join() == FeedRule.Join.ANY ? "," : "+";
        return Stream.concat(rule.included().stream(), rule.excluded().stream().map(term -> "-" + term))
                .collect(Collectors.joining(sign));
    }

    /** A title in no language: {@code Rust + Web − Go}. */
    String title(UnaryOperator<String> name) {
        var sign = rule.join() == FeedRule.Join.ANY ? ", " : " + ";
        var included = rule.included().stream().map(name).collect(Collectors.joining(sign));
        return Stream.concat(
                        included.isEmpty() ? Stream.empty() : Stream.of(included),
                        rule.excluded().stream().map(term -> "\u2212 " + name.apply(term)))
                .collect(Collectors.joining(" "));
    }

    /** The term, if the combination is of nothing but one. */
    Optional<String> single() {
        return rule.excluded().isEmpty() && rule.included().size() == 1
                ? rule.included().stream().findFirst()
                : Optional.empty();
    }

    private static final class Parser {
        private final String text;
        private final Set<String> slugs;
        private final UnaryOperator<String> slug;
        private final Collection<String> included = new TreeSet<>();
        private final Collection<String> excluded = new TreeSet<>();
        private final List<Character> joins = new ArrayList<>();
        private int at;

        Parser(String text, Set<String> slugs, UnaryOperator<String> slug) {
            this.text = text;
            this.slugs = slugs;
            this.slug = slug;
        }

        Optional<Combination> parse() {
            var sign = ' ';
            var terms = 0;
            do {
                // Counted as written, before anything is looked for: an address may be long.
                if (++terms > MOST_TERMS || !term(sign)) {
                    return Optional.empty();
                }
                sign = at < text.length() ? text.charAt(at) : ' ';
                // A hyphen is both sign and exclusion.
                at += sign == '+' || sign == ',' ? 1 : 0;
            } while (at < text.length() || sign != ' ');
            var isMixed = joins.contains('+') && joins.contains(',');
            if (isMixed) {
                return Optional.empty();
            }
            var isAny = included.size() > 1 && joins.contains(',');
            return Optional.of(new Combination(
                    new FeedRule(isAny ? FeedRule.Join.ANY : FeedRule.Join.ALL, ordered(included), ordered(excluded))));
        }

        private static Set<String> ordered(Collection<String> terms) {
            return new LinkedHashSet<>(terms);
        }

        private boolean term(char sign) {
            var start = at;
            if (text.startsWith("-", at)) {
                at++;
                var out = known().or(this::named);
                out.ifPresent(excluded::add);
                if (out.isPresent() || sign == '-') {
                    return out.isPresent();
                }
                // A slug may begin with a hyphen.
                at = start;
            }
            var found = known().or(this::named);
            found.ifPresent(included::add);
            if (found.isPresent() && sign != ' ') {
                joins.add(sign);
            }
            return found.isPresent();
        }

        /** The longest known slug that stands here. */
        private Optional<String> known() {
            for (var end = text.length(); end > at; end--) {
                var isWhole = end == text.length() || SIGNS.indexOf(text.charAt(end)) >= 0;
                if (isWhole && slugs.contains(text.substring(at, end))) {
                    var found = text.substring(at, end);
                    at = end;
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }

        private Optional<String> named() {
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
