package org.feedside.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A choice of posts: those that all, or any, of some names stand for, without those that others stand for.
 *
 * @param included of these; none for all posts
 * @param excluded without these
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

    /** How the included names are joined. */
    public enum Join {
        ALL,
        ANY
    }

    private static Set<String> unmodifiable(Set<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /**
     * Reads names between {@code +} (all of them), {@code ,} (any of them) and {@code -} (without), as in
     * {@code posts - links}; empty if the text is no rule. Signs other than commas have spaces around them, as names may
     * have hyphens.
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
