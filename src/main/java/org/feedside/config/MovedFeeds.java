package org.feedside.config;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Feeds that moved or ended. Paths are below base_url, decoded, without a leading slash. A path that ends with a slash
 * includes everything below it: {@code tags/js/}.
 *
 * @param moved the new path for each old path (a permanent redirect)
 * @param retired feeds that the author ended: the response is 410, and readers stop polling them
 */
public record MovedFeeds(Map<String, String> moved, Set<String> retired) {
    public static final MovedFeeds NONE = new MovedFeeds(Map.of(), Set.of());

    public MovedFeeds {
        var moves = new TreeMap<String, String>();
        moved.forEach((from, to) -> {
            if (moves.put(withoutLeadingSlash(from), withoutLeadingSlash(to)) != null) {
                throw new IllegalArgumentException(withoutLeadingSlash(from) + " moved twice: remove one of the moves");
            }
        });
        moved = Map.copyOf(moves);
        retired = retired.stream().map(MovedFeeds::withoutLeadingSlash).collect(Collectors.toUnmodifiableSet());
        for (var move : moved.entrySet()) {
            if (move.getKey().endsWith("/") != move.getValue().endsWith("/")) {
                throw new IllegalArgumentException("%s moved to %s: either both paths or neither must end with a slash"
                        .formatted(move.getKey(), move.getValue()));
            }
            if (lastTarget(move.getKey(), moved).isEmpty()) {
                throw new IllegalArgumentException(
                        move.getKey() + " is part of a redirect loop: remove one of the moves in it");
            }
        }
    }

    /** Returns whether the author ended the feed at a path. */
    public boolean isRetired(String path) {
        return rule(path, retired.stream()).isPresent();
    }

    /** Returns the current path of a moved feed, after all its moves: some clients follow only one redirect. */
    public Optional<String> target(String path) {
        return lastTarget(path, moved)
                .filter(target -> !target.equals(path))
                .or(() -> path.endsWith("/") ? target(path.substring(0, path.length() - 1)) : Optional.empty());
    }

    private static Optional<String> lastTarget(String path, Map<String, String> moved) {
        var usedRules = new HashSet<String>();
        var at = path;
        for (var rule = rule(at, moved.keySet().stream()); rule.isPresent(); rule = rule(at, moved.keySet().stream())) {
            if (!usedRules.add(rule.get())) {
                return Optional.empty();
            }
            at = moved.get(rule.get()) + at.substring(rule.get().length());
        }
        return Optional.of(at);
    }

    /** Returns the most specific rule for a path. */
    private static Optional<String> rule(String path, Stream<String> rules) {
        return rules.filter(rule -> rule.equals(path) || (rule.endsWith("/") && path.startsWith(rule)))
                .max(Comparator.comparingInt(String::length));
    }

    private static String withoutLeadingSlash(String path) {
        return path.replaceFirst("^/+", "");
    }
}
