package org.feedside.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feedside.config.FeedRule;
import org.feedside.feeds.Combination;
import org.feedside.site.PostCollection;

/**
 * A combination as the form on a page asks for it.
 *
 * @param taxonomy the folder of the taxonomy whose terms these are
 * @param joins how the wanted terms are joined; one if the form was used as it is
 * @param with the slugs of those wanted
 * @param without the slugs of those left out
 */
record CombinationForm(String taxonomy, Set<String> joins, Set<String> with, Set<String> without) {
    static final String ALL = "all";
    static final String ANY = "any";

    CombinationForm {
        joins = unmodifiable(joins);
        with = unmodifiable(with);
        without = unmodifiable(without);
    }

    /** Nothing chosen. */
    static CombinationForm none(String taxonomy) {
        return new CombinationForm(taxonomy, Set.of(ALL), Set.of(), Set.of());
    }

    /** What posts of terms are chosen by. */
    static CombinationForm of(PostCollection posts) {
        var taxonomy = TaxonomyTerms.folder(posts).orElse("");
        if (posts instanceof PostCollection.OfCombination c) {
            var join = c.rule().join() == FeedRule.Join.ANY ? ANY : ALL;
            return new CombinationForm(
                    taxonomy, Set.of(join), c.rule().included(), c.rule().excluded());
        }
        return posts instanceof PostCollection.OfTerm t
                ? new CombinationForm(taxonomy, Set.of(ALL), Set.of(t.term().slug()), Set.of())
                : none(taxonomy);
    }

    private static Set<String> unmodifiable(Set<String> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** Reads what the form sent; empty if this is no form of ours. */
    static Optional<CombinationForm> parse(String query) {
        var taxonomies = values(query, "in");
        if (taxonomies.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new CombinationForm(
                taxonomies.get(0),
                new LinkedHashSet<>(values(query, "join")),
                new LinkedHashSet<>(values(query, "with")),
                new LinkedHashSet<>(values(query, "without"))));
    }

    /** The values of a field that are not empty (WHATWG URL, section 5.1). */
    private static List<String> values(String query, String field) {
        var values = new ArrayList<String>();
        for (var pair : query.split("&", -1)) {
            if (pair.startsWith(field + "=")) {
                decoded(pair.substring(field.length() + 1))
                        .filter(value -> !value.isEmpty())
                        .ifPresent(values::add);
            }
        }
        return values;
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not percent-encoded, so no form wrote it.
            return Optional.empty();
        }
    }

    boolean isAny() {
        return joins.contains(ANY) && !joins.contains(ALL);
    }

    /** Why there is no such combination in the taxonomy, if there is none. */
    Optional<String> problem(TaxonomyTerms known) {
        var chosen = with.size() + without.size();
        if (joins.size() > 1) {
            return Optional.of("Posts can have all of the chosen ones, or any of them, but not both: choose one.");
        } else if (chosen == 0) {
            return Optional.of("Nothing is chosen yet: choose at least one.");
        } else if (chosen > Combination.MOST_TERMS) {
            return Optional.of(
                    "%d are too many for one feed: choose %d at most.".formatted(chosen, Combination.MOST_TERMS));
        }
        for (var slug : with) {
            if (without.contains(slug)) {
                return Optional.of("No post can be both with and without “%s”: choose one.".formatted(slug));
            }
        }
        return Stream.concat(with.stream(), without.stream())
                .filter(slug -> !known.has(slug))
                .findFirst()
                .map(slug -> "There is no “%s” here: choose from the lists.".formatted(slug));
    }

    /** The folder of its feed, if there is no problem. */
    String folder() {
        var rule = new FeedRule(isAny() ? FeedRule.Join.ANY : FeedRule.Join.ALL, with, without);
        return taxonomy + new Combination(rule).text() + "/";
    }
}
