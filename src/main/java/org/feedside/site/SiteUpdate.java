package org.feedside.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.content.Page;

/**
 * Updates a site after some pages were added, removed or edited: takes the posts of their old placements out of the
 * sorted lists and puts those of the new ones in. A change that affects more than these pages needs a full build: a
 * changed section, a page with a problem or a time limit, a path that several pages want, the first or last page of a
 * term's name.
 */
final class SiteUpdate {
    private final SiteBuilder.BuiltSite built;
    private final PlacementRules rules;
    private final List<Placement> removed = new ArrayList<>();
    private final List<Placement> added = new ArrayList<>();
    private final List<Post> removedPosts = new ArrayList<>();
    private final List<PlacedPost> addedPosts = new ArrayList<>();

    /** Prepares an update of a built site, which must not be used if the update fails. */
    SiteUpdate(SiteBuilder.BuiltSite built, Site.View view) {
        this.built = built;
        this.rules = built.rules().at(view);
    }

    /** Returns the updated site; empty if it needs a full build. */
    Optional<SiteBuilder.BuiltSite> apply(List<SiteCache.Change> changes) {
        if (!changes.stream().allMatch(this::place)
                || !Stream.concat(removed.stream(), added.stream()).allMatch(Placement::isPlain)
                || !movePaths()
                || !moveTerms()
                || (rules.config().layout().generator().hasReferencesByName()
                        && !permalinks(removed).equals(permalinks(added)))) {
            return Optional.empty();
        }
        var before = built.site();
        var site = new Site(
                before.config(),
                before.collections().stream().map(this::edited).toList(),
                permalinks(),
                before.scheduled(),
                before.nextChange(),
                before.problems());
        return Optional.of(new SiteBuilder.BuiltSite(
                site, rules, built.placements(), built.paths(), built.contested(), built.terms()));
    }

    /** Notes the placements of a page before and after a change; false if they affect other pages. */
    private boolean place(SiteCache.Change change) {
        change.before()
                .flatMap(source -> Optional.ofNullable(built.placements().remove(source.path())))
                .ifPresent(removed::add);
        if (change.after().isPresent() && change.after().get() instanceof Page page) {
            var placement = rules.place(page);
            built.placements().put(page.path(), placement);
            added.add(placement);
        }
        return Stream.concat(change.before().stream(), change.after().stream())
                .allMatch(source -> source instanceof Page && !rules.known().isKnown(source.path()));
    }

    /** Whether every page has its path for itself, as before. */
    private boolean movePaths() {
        var freed = removed.stream()
                .flatMap(placement -> placement.ownPath().stream())
                .toList();
        built.paths().removeAll(freed);
        return Collections.disjoint(built.contested(), freed)
                && added.stream()
                        .flatMap(placement -> placement.ownPath().stream())
                        .allMatch(built.paths()::add);
    }

    /** Updates the terms and collects the posts; false if there are other terms or names than before. */
    private boolean moveTerms() {
        var before = allTerms();
        pages(removed).forEach(page -> Terms.in(built.terms(), page.language()).remove(page.page()));
        pages(added).forEach(page -> Terms.in(built.terms(), page.language()).add(page.page()));
        removed.forEach(placement -> placement.post().ifPresent(removedPosts::add));
        added.forEach(placement -> PlacedPost.of(placement, built.terms()).ifPresent(addedPosts::add));
        return allTerms().equals(before);
    }

    private List<List<Term>> allTerms() {
        return built.site().config().languages().stream()
                .map(language -> Terms.in(built.terms(), language).all())
                .toList();
    }

    private static Stream<LocatedPage> pages(List<Placement> placements) {
        return placements.stream().flatMap(placement -> placement.page().stream());
    }

    private Map<String, String> permalinks() {
        var removals = permalinks(removed);
        var additions = permalinks(added);
        if (removals.equals(additions)) {
            return built.site().permalinks();
        }
        var all = new HashMap<>(built.site().permalinks());
        all.keySet().removeAll(removals.keySet());
        all.putAll(additions);
        return all;
    }

    private Map<String, String> permalinks(List<Placement> placements) {
        var permalinks = new HashMap<String, String>();
        pages(placements)
                .forEach(page ->
                        permalinks.put(page.page().path().path(), rules.config().url(page.path())));
        return permalinks;
    }

    private PostCollection edited(PostCollection collection) {
        var removals = removedPosts.stream()
                .flatMap(post -> index(collection, post).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
        var additions = addedPosts.stream()
                .filter(placed -> placed.belongsTo(collection))
                .map(PlacedPost::post)
                .toList();
        if (removals.isEmpty() && additions.isEmpty()) {
            return collection;
        }
        var edited = new ArrayList<>(collection.posts());
        for (int index : removals) {
            edited.remove(index);
        }
        for (var post : additions) {
            edited.add(-Collections.binarySearch(edited, post, Post.NEWEST_FIRST) - 1, post);
        }
        return collection.withPosts(edited);
    }

    private static Optional<Integer> index(PostCollection collection, Post post) {
        return Optional.of(collection)
                .filter(c -> c.language().equals(post.language()))
                .map(c -> Collections.binarySearch(c.posts(), post, Post.NEWEST_FIRST))
                .filter(index -> index >= 0);
    }
}
