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

/** Finds the combination of terms that a path names. All its terms belong to one taxonomy of one language. */
final class Combinations {
    private final Site site;
    private final Map<String, Taxonomy> byFolder = new LinkedHashMap<>();

    Combinations(Site site) {
        this.site = site;
        for (var collection : site.collections()) {
            if (collection instanceof PostCollection.OfTerm t) {
                byFolder.computeIfAbsent(
                                FeedFile.composed(t.term().taxonomyPath().substring(1)),
                                f -> new Taxonomy(t, site.posts(t.language()), new HashMap<>()))
                        .terms()
                        .put(FeedFile.composed(t.term().slug()), t.term());
            }
        }
    }

    /** A taxonomy: its terms by their slugs in composed form (NFC), and all posts of its language. */
    private record Taxonomy(PostCollection.OfTerm first, List<Post> posts, Map<String, Term> terms) {}

    /**
     * Returns the posts of the combination in a folder; empty if the folder is not that of a combination. The path of
     * the result is the canonical one.
     *
     * @param folder below base_url, without a leading slash, with a trailing one
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
                        .map(combination -> collection(t, combination)));
    }

    private static PostCollection collection(Taxonomy taxonomy, Combination combination) {
        var single = combination.single().flatMap(slug -> Optional.ofNullable(taxonomy.terms.get(slug)));
        var chosen = taxonomy.posts.stream()
                .filter(post -> combination.rule().matches(slug -> post.terms().contains(taxonomy.terms.get(slug))))
                .toList();
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
