package org.feedside.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.slugs.Slugs;
import org.feedside.config.KnownPosts;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.ContentFile;
import org.feedside.content.Page;
import org.feedside.content.Section;
import org.feedside.content.SourcePath;

/**
 * Updates a site after some posts were added, removed or edited. Changes that affect more than the lists that contain
 * these posts need a full build: a changed section, the first or last post of a term, a page that is not a post, a path
 * that is already taken.
 */
final class SiteEdit {
    private final Site before;
    private final SiteConfig config;
    private final KnownPosts known;
    private final Site.View view;
    private final Map<SourcePath, Post> posts;
    private final Set<String> urls;
    private final Paths paths;
    private final List<Post> removed = new ArrayList<>();
    private final List<PlacedPost> added = new ArrayList<>();
    private final Map<String, Map<String, Section>> sections = new HashMap<>();

    /** By language code, taxonomy and slug. */
    private final Map<TermKey, Term> terms = new HashMap<>();

    private record TermKey(String language, String taxonomy, String slug) {}

    /** A post and the folders of the sections that contain it. */
    private record PlacedPost(Post post, List<String> folders) {}

    /**
     * Prepares an edit.
     *
     * @param posts the posts of the site, by their files
     * @param urls the URLs of all pages and sections of the site
     */
    SiteEdit(Site before, KnownPosts known, Site.View view, Map<SourcePath, Post> posts, Set<String> urls) {
        this.before = before;
        this.config = before.config();
        this.known = known;
        this.view = view;
        this.posts = posts;
        this.urls = urls;
        this.paths = Paths.of(config);
        for (var collection : before.collections()) {
            var code = collection.language().code();
            if (collection instanceof PostCollection.OfSection s) {
                sections.computeIfAbsent(code, c -> new TreeMap<>())
                        .put(s.section().path().folder(), s.section());
            } else if (collection instanceof PostCollection.OfTerm t) {
                terms.put(new TermKey(code, t.term().taxonomy(), t.term().slug()), t.term());
            }
        }
    }

    /** Returns the site after these changes; empty if it needs a full build. */
    Optional<Site> apply(List<SiteCache.Change> changes) {
        for (var change : changes) {
            if (!change.before().map(this::remove).orElse(true)) {
                return Optional.empty();
            }
        }
        for (var change : changes) {
            if (!change.after().map(this::add).orElse(true)) {
                return Optional.empty();
            }
        }
        var permalinks = permalinks();
        // Two pages may have had the same path; if one of them is removed, the other is published.
        if (!before.problems().isEmpty() && !permalinks.equals(before.permalinks())) {
            return Optional.empty();
        }
        var collections = before.collections().stream().map(this::edited).toList();
        return collections.stream().allMatch(this::keepsName)
                ? Optional.of(new Site(
                        config, collections, permalinks, before.scheduled(), before.nextChange(), before.problems()))
                : Optional.empty();
    }

    List<Post> removed() {
        return removed;
    }

    List<Post> added() {
        return added.stream().map(PlacedPost::post).toList();
    }

    private boolean remove(ContentFile source) {
        if (!(source instanceof Page page)) {
            return false;
        }
        if (isHidden(page)) {
            return true;
        }
        var post =
                Optional.ofNullable(posts.get(page.path())).filter(p -> p.page().equals(page));
        post.ifPresent(removed::add);
        return post.isPresent()
                && known.of(page.path().path()).isEmpty()
                && before.problems().stream()
                        .noneMatch(problem -> problem.place().file().equals(page.file()));
    }

    private boolean isHidden(Page page) {
        return page.draft() && !view.drafts();
    }

    private boolean add(ContentFile source) {
        if (!(source instanceof Page page)) {
            return false;
        }
        if (isHidden(page)) {
            return true;
        }
        var problems = new ArrayList<Diagnostic>();
        var defaults = sections.getOrDefault(config.defaultLanguage().code(), Map.of());
        var post = paths.locate(page, defaults.keySet(), problems)
                .filter(located -> problems.isEmpty() && isPlainPost(located))
                .flatMap(this::placed);
        post.ifPresent(added::add);
        return post.isPresent();
    }

    private boolean isPlainPost(LocatedPage page) {
        var permalink = config.url(page.path());
        return page.page().inFeeds()
                && page.page().publishDate().isEmpty()
                && page.page().expiryDate().isEmpty()
                && page.date()
                        .filter(date -> view.future()
                                || !date.instantIn(view.timezone()).isAfter(view.now()))
                        .isPresent()
                && page.page().taxonomies().keySet().stream()
                        .allMatch(name -> page.language().taxonomy(name).isPresent())
                && known.of(page.page().path().path()).isEmpty()
                && known.posts().values().stream().noneMatch(post -> post.id().equals(permalink))
                && isFree(permalink);
    }

    private boolean isFree(String permalink) {
        return added.stream().noneMatch(placed -> placed.post().permalink().equals(permalink))
                && (!urls.contains(permalink)
                        || removed.stream().anyMatch(post -> post.permalink().equals(permalink)));
    }

    private Optional<PlacedPost> placed(LocatedPage page) {
        var own = sections.getOrDefault(page.language().code(), Map.of());
        var permalink = config.url(page.path());
        return terms(page)
                .map(all -> new Post(
                        page.page(),
                        page.language(),
                        page.date().orElseThrow(),
                        page.page().updated(),
                        page.path(),
                        permalink,
                        permalink,
                        SectionPages.hasLinkedHeadings(page, own, config),
                        all))
                .map(post -> new PlacedPost(post, SectionPages.foldersOf(page, own)));
    }

    /** The terms of a page; empty if one of its names would create a term or change the name of one. */
    private Optional<List<Term>> terms(LocatedPage page) {
        var all = new ArrayList<Term>();
        for (var taxonomy : page.language().taxonomies()) {
            for (var name : names(page.page(), taxonomy.name())) {
                var term = Optional.ofNullable(terms.get(key(page.language(), taxonomy.name(), name)))
                        .filter(t -> CodePointOrder.INSTANCE.compare(t.name(), name) <= 0);
                if (term.isEmpty()) {
                    return Optional.empty();
                }
                if (!all.contains(term.get())) {
                    all.add(term.get());
                }
            }
        }
        return Optional.of(all);
    }

    private TermKey key(Language language, String taxonomy, String name) {
        return new TermKey(
                language.code(), taxonomy, Slugs.ofPath(name, config.slugify().taxonomies()));
    }

    private static List<String> names(Page page, String taxonomy) {
        return page.taxonomies().getOrDefault(taxonomy, List.of());
    }

    private Map<String, String> permalinks() {
        var removals = new HashMap<String, String>();
        removed.forEach(post -> removals.put(post.page().path().path(), post.permalink()));
        var additions = new HashMap<String, String>();
        added.forEach(placed ->
                additions.put(placed.post().page().path().path(), placed.post().permalink()));
        if (removals.equals(additions)) {
            return before.permalinks();
        }
        var all = new HashMap<>(before.permalinks());
        all.keySet().removeAll(removals.keySet());
        all.putAll(additions);
        return all;
    }

    private PostCollection edited(PostCollection collection) {
        var removals = removed.stream()
                .flatMap(post -> index(collection, post).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
        var additions = added.stream()
                .filter(placed -> belongs(placed, collection))
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
            var index = Collections.binarySearch(edited, post, NewestFirst.ORDER);
            edited.add(index < 0 ? -index - 1 : index, post);
        }
        return with(collection, edited);
    }

    private static Optional<Integer> index(PostCollection collection, Post post) {
        return Optional.of(collection)
                .filter(c -> c.language().equals(post.language()))
                .map(c -> Collections.binarySearch(c.posts(), post, NewestFirst.ORDER))
                .filter(index -> index >= 0);
    }

    private static boolean belongs(PlacedPost placed, PostCollection collection) {
        return collection.language().equals(placed.post().language())
                && (collection instanceof PostCollection.OfLanguage
                        || (collection instanceof PostCollection.OfSection s
                                && placed.folders().contains(s.section().path().folder()))
                        || (collection instanceof PostCollection.OfTerm t
                                && placed.post().terms().contains(t.term())));
    }

    private static PostCollection with(PostCollection collection, List<Post> posts) {
        if (collection instanceof PostCollection.OfSection s) {
            return new PostCollection.OfSection(s.language(), s.section(), s.path(), posts);
        } else if (collection instanceof PostCollection.OfTerm t) {
            return new PostCollection.OfTerm(t.language(), t.term(), t.path(), posts);
        }
        return new PostCollection.OfLanguage(collection.language(), collection.path(), posts);
    }

    /** Whether a term that lost a post still has a post with the term's name. */
    private boolean keepsName(PostCollection collection) {
        return !(collection instanceof PostCollection.OfTerm t)
                || removed.stream().noneMatch(post -> hasName(post, t.term()))
                || t.posts().stream().anyMatch(post -> hasName(post, t.term()));
    }

    private static boolean hasName(Post post, Term term) {
        return names(post.page(), term.taxonomy()).contains(term.name());
    }
}
