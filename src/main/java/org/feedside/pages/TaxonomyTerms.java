package org.feedside.pages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedside.feeds.FeedFile;
import org.feedside.site.PostCollection;
import org.feedside.site.Term;

/**
 * The terms of a taxonomy, which can be combined.
 *
 * @param folder the folder of the taxonomy's page, without a leading slash
 * @param language the language of the name and the terms, as the configuration writes it
 */
record TaxonomyTerms(String folder, String name, String language, List<Term> terms) {
    /** Returns the taxonomies of the given feeds by their folders, in the order of the feeds. */
    static Map<String, TaxonomyTerms> of(Collection<PagedFeed> feeds) {
        return feeds.stream()
                .flatMap(feed -> feed.collection().stream())
                .filter(PostCollection.OfTerm.class::isInstance)
                .map(PostCollection.OfTerm.class::cast)
                .filter(posts -> !posts.term().slug().isBlank())
                .collect(Collectors.groupingBy(
                        posts -> folder(posts.term()),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), TaxonomyTerms::of)));
    }

    private static TaxonomyTerms of(List<PostCollection.OfTerm> posts) {
        var first = posts.get(0);
        var terms = posts.stream().map(PostCollection.OfTerm::term).toList();
        return new TaxonomyTerms(
                folder(first.term()), first.term().taxonomy(), first.language().code(), terms);
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

    /** Returns the slug of the term with this name, whatever the case of its letters; a slug or an unknown name stays. */
    String slug(String text) {
        var named = terms.stream().filter(term -> term.name().equalsIgnoreCase(text.strip()));
        return has(text) ? text : named.map(Term::slug).findFirst().orElse(text);
    }

    /** Returns the name of the term with this slug; the slug itself if there is none. */
    String name(String slug) {
        var found = terms.stream().filter(term -> FeedFile.composed(term.slug()).equals(slug));
        return found.map(Term::name).findFirst().orElse(slug);
    }

    boolean has(String slug) {
        return terms.stream().anyMatch(term -> term.slug().equals(slug));
    }
}
