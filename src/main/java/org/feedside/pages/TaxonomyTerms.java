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
 * Terms that can be combined.
 *
 * @param folder of the taxonomy's page, without a leading slash
 * @param language of its name and terms, as the site's configuration writes it
 */
record TaxonomyTerms(String folder, String name, String language, List<Term> terms) {
    TaxonomyTerms {
        terms = List.copyOf(terms);
    }

    /** The taxonomies of these feeds, by their folders, in their order. */
    static Map<String, TaxonomyTerms> of(Collection<PagedFeed> subjects) {
        var terms = new LinkedHashMap<String, List<PostCollection.OfTerm>>();
        for (var subject : subjects) {
            if (subject.of().orElse(null) instanceof PostCollection.OfTerm t
                    && !t.term().slug().isBlank()) {
                terms.computeIfAbsent(folder(t.term()), f -> new ArrayList<>()).add(t);
            }
        }
        var taxonomies = new LinkedHashMap<String, TaxonomyTerms>();
        terms.forEach((folder, of) -> taxonomies.put(
                folder,
                new TaxonomyTerms(
                        folder,
                        of.get(0).term().taxonomy(),
                        of.get(0).language().code(),
                        of.stream().map(PostCollection.OfTerm::term).toList())));
        return taxonomies;
    }

    /** The folder of the taxonomy whose terms choose the posts, if they do. */
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
