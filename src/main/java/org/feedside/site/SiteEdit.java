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
 * A site after some posts came, went or were edited. What touches more than the lists that these posts are in, as a section,
 * a term's first or last post, a page that is no post or an address that is taken, is not for this: then the site is worked
 * out anew.
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
    private final List<Placed> added = new ArrayList<>();
    private final Map<String, Map<String, Section>> sections = new HashMap<>();

    /** By the code of the language, the taxonomy and the slug. */
    private final Map<TermKey, Term> terms = new HashMap<>();

    private record TermKey(String language, String taxonomy, String slug) {}

    /** A post and the folders of the sections it is in. */
    private record Placed(Post post, List<String> folders) {}

    /**
     * An edit to come.
     *
     * @param posts those of the site, by their files
     * @param urls of all pages and sections of the site
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

    /** The site after these changes; empty if it must be worked out anew. */
    Optional<Site> of(List<SiteCache.Change> changes) {
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
        // Two pages may have wanted one address: who goes may let the other one in.
        if (!before.problems().isEmpty() && !permalinks.equals(before.permalinks())) {
            return Optional.empty();
        }
        var collections = before.collections().stream().map(this::edited).toList();
        return collections.stream().allMatch(this::isNamedAsBefore)
                ? Optional.of(new Site(
                        config, collections, permalinks, before.waiting(), before.nextChange(), before.problems()))
                : Optional.empty();
    }

    List<Post> removed() {
        return removed;
    }

    List<Post> added() {
        return added.stream().map(Placed::post).toList();
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
                        .filter(date ->
                                view.future() || !date.comesAt(view.timezone()).isAfter(view.now()))
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

    private Optional<Placed> placed(LocatedPage page) {
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
                .map(post -> new Placed(post, SectionPages.with(page, own)));
    }

    /** The terms of a page; empty if one of its names makes a term, or would name one. */
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
        var gone = new HashMap<String, String>();
        removed.forEach(post -> gone.put(post.page().path().path(), post.permalink()));
        var come = new HashMap<String, String>();
        added.forEach(placed ->
                come.put(placed.post().page().path().path(), placed.post().permalink()));
        if (gone.equals(come)) {
            return before.permalinks();
        }
        var all = new HashMap<>(before.permalinks());
        all.keySet().removeAll(gone.keySet());
        all.putAll(come);
        return all;
    }

    private PostCollection edited(PostCollection collection) {
        var gone = removed.stream()
                .flatMap(post -> index(collection, post).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
        var come = added.stream()
                .filter(placed -> belongs(placed, collection))
                .map(Placed::post)
                .toList();
        if (gone.isEmpty() && come.isEmpty()) {
            return collection;
        }
        var edited = new ArrayList<>(collection.posts());
        for (int at : gone) {
            edited.remove(at);
        }
        for (var post : come) {
            var at = Collections.binarySearch(edited, post, NewestFirst.ORDER);
            edited.add(at < 0 ? -at - 1 : at, post);
        }
        return with(collection, edited);
    }

    private static Optional<Integer> index(PostCollection collection, Post post) {
        return Optional.of(collection)
                .filter(c -> c.language().equals(post.language()))
                .map(c -> Collections.binarySearch(c.posts(), post, NewestFirst.ORDER))
                .filter(at -> at >= 0);
    }

    private static boolean belongs(Placed placed, PostCollection collection) {
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

    /** Whether a term that lost a post still has one that gives it its name. */
    private boolean isNamedAsBefore(PostCollection collection) {
        return !(collection instanceof PostCollection.OfTerm t)
                || removed.stream().noneMatch(post -> givesName(post, t.term()))
                || t.posts().stream().anyMatch(post -> givesName(post, t.term()));
    }

    private static boolean givesName(Post post, Term term) {
        return names(post.page(), term.taxonomy()).contains(term.name());
    }
}
