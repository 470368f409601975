package org.feedside.site;

import java.util.Map;
import java.util.Optional;
import org.feedside.config.Language;

/** A post with its terms, and its placement. */
record PlacedPost(Placement placement, Post post) {
    /** Completes the post of a placement, if it has one. */
    static Optional<PlacedPost> of(Placement placement, Map<Language, Terms> terms) {
        return placement
                .post()
                .map(post -> post.withTerms(Terms.in(terms, post.language()).of(post.page())))
                .map(post -> new PlacedPost(placement, post));
    }

    boolean belongsTo(PostCollection collection) {
        return collection.language().equals(post.language())
                && (collection instanceof PostCollection.OfLanguage
                        || (collection instanceof PostCollection.OfSection s
                                && placement
                                        .folders()
                                        .contains(s.section().path().folder()))
                        || (collection instanceof PostCollection.OfTerm t
                                && post.terms().contains(t.term())));
    }
}
