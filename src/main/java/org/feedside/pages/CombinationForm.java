package org.feedside.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.config.FeedRule;
import org.feedside.feeds.Combination;
import org.feedside.site.PostCollection;

/**
 * The submitted form for a combination.
 *
 * @param taxonomy the folder of the taxonomy that the terms belong to
 * @param joins the chosen ways to join the included terms; the unchanged form sends exactly one
 * @param with the slugs of the included terms
 * @param without the slugs of the excluded terms
 */
record CombinationForm(String taxonomy, Set<String> joins, Set<String> with, Set<String> without) {
    static final String ALL = "all";
    static final String ANY = "any";

    static CombinationForm none(String taxonomy) {
        return new CombinationForm(taxonomy, Set.of(ALL), Set.of(), Set.of());
    }

    /** Returns the form that selects the posts of a term or combination; an empty form for any other collection. */
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

    /** Parses the query of a submitted form; empty if it is another query. */
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

    /** Returns the non-empty values of a field (WHATWG URL, section 5.1). */
    private static List<String> values(String query, String field) {
        return Stream.of(query.split("&", -1))
                .filter(pair -> pair.startsWith(field + "="))
                .flatMap(pair -> decoded(pair.substring(field.length() + 1)).stream())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Invalid percent-encoding: a browser did not send this.
            return Optional.empty();
        }
    }

    boolean isAny() {
        return joins.contains(ANY) && !joins.contains(ALL);
    }

    /** Returns this form with the slugs of terms that were given by their names. */
    CombinationForm resolved(TaxonomyTerms known) {
        return new CombinationForm(taxonomy, joins, slugs(with, known), slugs(without, known));
    }

    private static Set<String> slugs(Set<String> given, TaxonomyTerms known) {
        return given.stream().map(known::slug).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the reason why the combination is impossible; empty if it is possible. */
    Optional<String> problem(TaxonomyTerms known, Texts texts) {
        var count = with.size() + without.size();
        if (joins.size() > 1) {
            return Optional.of(texts.get("problem_joins"));
        } else if (count == 0) {
            return Optional.of(texts.get("problem_nothing"));
        } else if (count > Combination.MAX_TERMS) {
            return Optional.of(texts.get("problem_many", count, Combination.MAX_TERMS));
        }
        for (var slug : with) {
            if (without.contains(slug)) {
                return Optional.of(texts.get("problem_both", known.name(slug)));
            }
        }
        return Stream.concat(with.stream(), without.stream())
                .filter(slug -> !known.has(slug))
                .findFirst()
                .map(slug -> texts.get("problem_unknown", slug));
    }

    /** Returns the folder of the feed. Valid only if there is no {@link #problem}. */
    String folder() {
        var rule = new FeedRule(isAny() ? FeedRule.Join.ANY : FeedRule.Join.ALL, with, without);
        return taxonomy + new Combination(rule).text() + "/";
    }
}
