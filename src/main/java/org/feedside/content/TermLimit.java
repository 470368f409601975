package org.feedside.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limit on the terms of one post. Each term has its own feeds. */
final class TermLimit {
    private static final int MAX_TERMS = 1_000;

    private TermLimit() {}

    /** Returns an error if a post has too many terms; {@code taxonomies} holds its terms by taxonomy. */
    static Optional<String> error(Map<String, List<String>> taxonomies) {
        var terms = taxonomies.values().stream().mapToInt(List::size).sum();
        return terms <= MAX_TERMS
                ? Optional.empty()
                : Optional.of("the post has %d terms, and each term has its own feeds: keep at most %d"
                        .formatted(terms, MAX_TERMS));
    }
}
