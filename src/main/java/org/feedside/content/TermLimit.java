package org.feedside.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many terms one post may have: each makes feeds of its own. */
final class TermLimit {
    private static final int MOST = 1_000;

    private TermLimit() {}

    /** What is wrong with the terms of a post, by taxonomy. */
    static Optional<String> mistake(Map<String, List<String>> taxonomies) {
        var terms = taxonomies.values().stream().mapToInt(List::size).sum();
        return terms <= MOST
                ? Optional.empty()
                : Optional.of(
                        "the post has %d terms, and each makes feeds of its own: keep those that readers look for, %d at most"
                                .formatted(terms, MOST));
    }
}
