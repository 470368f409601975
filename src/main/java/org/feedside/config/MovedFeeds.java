package org.feedside.config;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Feeds that are not where they were. Paths are below base_url, decoded, without a leading slash; one that ends with a slash
 * stands for everything below it: {@code tags/js/}.
 *
 * @param moved old paths and where they went, for ever
 * @param retired what the author ended on purpose: readers that ask for it stop asking
 */
public record MovedFeeds(Map<String, String> moved, Set<String> retired) {
    public static final MovedFeeds NONE = new MovedFeeds(Map.of(), Set.of());

    public MovedFeeds {
        moved = moved.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(move -> bare(move.getKey()), move -> bare(move.getValue())));
        retired = retired.stream().map(MovedFeeds::bare).collect(Collectors.toUnmodifiableSet());
        for (var move : moved.entrySet()) {
            if (move.getKey().endsWith("/") != move.getValue().endsWith("/")) {
                throw new IllegalArgumentException(
                        "%s moved to %s: both or none must end with a slash".formatted(move.getKey(), move.getValue()));
            }
            if (last(move.getKey(), moved).isEmpty()) {
                throw new IllegalArgumentException(move.getKey() + " moves round in a circle");
            }
        }
    }

    /** Whether the author ended the feed at a path. */
    public boolean isRetired(String path) {
        return rule(path, retired.stream()).isPresent();
    }

    /**
     * Where the feed is now, over all moves at once: some clients follow one redirect only. A slash behind a feed's path
     * means the feed, as in WordPress's {@code feed/}.
     */
    public Optional<String> target(String path) {
        return last(path, moved)
                .filter(target -> !target.equals(path))
                .or(() -> path.endsWith("/") ? target(path.substring(0, path.length() - 1)) : Optional.empty());
    }

    private static Optional<String> last(String path, Map<String, String> moved) {
        var used = new HashSet<String>();
        var at = path;
        for (var rule = rule(at, moved.keySet().stream()); rule.isPresent(); rule = rule(at, moved.keySet().stream())) {
            if (!used.add(rule.get())) {
                return Optional.empty();
            }
            at = moved.get(rule.get()) + at.substring(rule.get().length());
        }
        return Optional.of(at);
    }

    /** The rule that speaks of the path most precisely. */
    private static Optional<String> rule(String path, Stream<String> rules) {
        return rules.filter(rule -> rule.equals(path) || (rule.endsWith("/") && path.startsWith(rule)))
                .max(Comparator.comparingInt(String::length));
    }

    private static String bare(String path) {
        return path.replaceFirst("^/+", "");
    }
}
