package org.feedside.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A rule that selects posts by the names of sections and terms.
 *
 * @param join whether a post needs all included names or any of them
 * @param included the names that select posts; empty selects all posts
 * @param excluded the names that remove posts
 */
public record FeedRule(Join join, Set<String> included, Set<String> excluded) {
    private static final Pattern OPERATOR = Pattern.compile("(?:^|\\s+)([+\u2212-])(?:\\s+|$)|\\s*(,)\\s*");

    public FeedRule {
        included = unmodifiable(included);
        excluded = unmodifiable(excluded);
        if (included.isEmpty() && excluded.isEmpty()) {
            throw new IllegalArgumentException("a rule without names");
        }
    }

    public enum Join {
        ALL,
        ANY
    }

    /**
     * Returns whether a post matches.
     *
     * @param selects whether a name selects the post
     */
    public boolean matches(Predicate<String> selects) {
        var isIncluded = included.isEmpty()
                || (join == Join.ALL
                        ? included.stream().allMatch(selects)
                        : included.stream().anyMatch(selects));
        return isIncluded && excluded.stream().noneMatch(selects);
    }

    private static Set<String> unmodifiable(Set<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /**
     * Parses names separated by {@code +} (all of them), {@code ,} (any of them) and {@code -} (without), such as
     * {@code posts - links}; empty if the text is not a rule. Signs other than commas need spaces around them, because names
     * may contain hyphens.
     */
    public static Optional<FeedRule> parse(String text) {
        var names = new ArrayList<String>();
        var signs = new ArrayList<String>(List.of("+"));
        var matcher = OPERATOR.matcher(text);
        var from = 0;
        while (matcher.find()) {
            names.add(text.substring(from, matcher.start()).strip());
            signs.add(matcher.group(1) == null ? "," : matcher.group(1).replace('\u2212', '-'));
            from = matcher.end();
        }
        names.add(text.substring(from).strip());
        var isMixed = signs.subList(1, signs.size()).contains("+") && signs.contains(",");
        if (isMixed || names.contains("")) {
            return Optional.empty();
        }
        var included = new LinkedHashSet<String>();
        var excluded = new LinkedHashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            (signs.get(i).equals("-") ? excluded : included).add(names.get(i));
        }
        return Optional.of(new FeedRule(signs.contains(",") ? Join.ANY : Join.ALL, included, excluded));
    }
}
