package org.feedside.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.site.PostCollection;
import org.feedside.site.Term;

/**
 * The terms of a taxonomy, which can be combined.
 *
 * @param folder the folder of the taxonomy's page, without a leading slash
 * @param language the language of the name and the terms, as the configuration writes it
 */
record TaxonomyTerms(String folder, String name, String language, List<Term> terms) {
    TaxonomyTerms {
        terms = List.copyOf(terms);
    }

    /** Returns the taxonomies of the given feeds by their folders, in the order of the feeds. */
    static Map<String, TaxonomyTerms> of(Collection<PagedFeed> feeds) {
        var terms = new LinkedHashMap<String, List<PostCollection.OfTerm>>();
        for (var feed : feeds) {
            if (feed.collection().orElse(null) instanceof PostCollection.OfTerm t
                    && !t.term().slug().isBlank()) {
                terms.computeIfAbsent(folder(t.term()), f -> new ArrayList<>()).add(t);
            }
        }
        var taxonomies = new LinkedHashMap<String, TaxonomyTerms>();
        terms.forEach((folder, collections) -> taxonomies.put(
                folder,
                new TaxonomyTerms(
                        folder,
                        collections.get(0).term().taxonomy(),
                        collections.get(0).language().code(),
                        collections.stream().map(PostCollection.OfTerm::term).toList())));
        return taxonomies;
    }

    /** Returns the folder of the taxonomy whose terms select the posts; empty if none does. */
    static Optional<String> folder(PostCollection posts) {
        if (posts instanceof PostCollection.OfTerm t) {
            return Optional.of(folder(t.term()));
        }
        return posts instanceof PostCollection.OfCombination c
                ? Optional.of(c.path().substring(1).replaceFirst("[^/]+/$", ""))
                : Optional.empty();
    }

    private static String folder(Term term) {
        return term.taxonomyPath().substring(1);
    }

    boolean has(String slug) {
        return terms.stream().anyMatch(term -> term.slug().equals(slug));
    }
}
