package org.feedside.feeds;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.slugs.Slugs;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;
import org.feedside.site.Term;

/** Finds the combinations of terms that addresses ask for, each within one taxonomy of one language. */
final class Combinations {
    private final Site site;
    private final Map<String, Taxonomy> byFolder = new LinkedHashMap<>();

    Combinations(Site site) {
        this.site = site;
        for (var collection : site.collections()) {
            if (collection instanceof PostCollection.OfTerm t) {
                byFolder.computeIfAbsent(
                                FeedFile.composed(t.term().taxonomyPath().substring(1)), f -> new Taxonomy(t, all(t)))
                        .add(t.term());
            }
        }
    }

    /** The terms of a taxonomy by their composed slugs, and all posts of its language. */
    private static final class Taxonomy {
        private final PostCollection.OfTerm first;
        private final List<Post> posts;
        private final Map<String, Term> terms = new HashMap<>();

        Taxonomy(PostCollection.OfTerm first, List<Post> posts) {
            this.first = first;
            this.posts = posts;
        }

        void add(Term term) {
            terms.put(FeedFile.composed(term.slug()), term);
        }
    }

    private List<Post> all(PostCollection.OfTerm term) {
        return site.collections().stream()
                .filter(c ->
                        c instanceof PostCollection.OfLanguage && c.language().equals(term.language()))
                .findFirst()
                .map(PostCollection::posts)
                .orElse(List.of());
    }

    /**
     * The posts that a folder of feeds is about, if it is one of a combination. Their path is the one to which all ways to
     * write the combination lead.
     *
     * @param folder below base_url, without a leading slash, with one at the end
     */
    Optional<PostCollection> find(String folder) {
        return byFolder.keySet().stream()
                .filter(root -> folder.length() > root.length() && folder.startsWith(root))
                .flatMap(root -> find(root, folder.substring(root.length(), folder.length() - 1)).stream())
                .findFirst();
    }

    private Optional<PostCollection> find(String root, String text) {
        var taxonomy = byFolder.get(root);
        var mode = site.config().slugify().taxonomies();
        return Optional.ofNullable(taxonomy)
                .flatMap(t -> Combination.parse(text, t.terms.keySet(), name -> Slugs.ofPath(name, mode))
                        .map(combination -> posts(t, combination)));
    }

    private static PostCollection posts(Taxonomy taxonomy, Combination combination) {
        var single = combination.single().flatMap(slug -> Optional.ofNullable(taxonomy.terms.get(slug)));
        var chosen = RuleFilter.of(
                taxonomy.posts, combination.rule(), slug -> post -> post.terms().contains(taxonomy.terms.get(slug)));
        var language = taxonomy.first.language();
        return single.<PostCollection>map(term -> new PostCollection.OfTerm(language, term, term.path(), chosen))
                .orElseGet(() -> new PostCollection.OfCombination(
                        language,
                        combination.rule(),
                        combination.title(slug -> name(taxonomy, slug)),
                        taxonomy.first.term().taxonomyPath() + combination.text() + "/",
                        chosen));
    }

    private static String name(Taxonomy taxonomy, String slug) {
        return Optional.ofNullable(taxonomy.terms.get(slug)).map(Term::name).orElse(slug);
    }
}
