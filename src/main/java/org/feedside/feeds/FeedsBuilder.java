package org.feedside.feeds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.ServiceConfig;
import org.feedside.content.PageEnclosure;
import org.feedside.content.SourcePath;
import org.feedside.markup.RenderedPage;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;

/**
 * Decides which feeds a site has (zola.md, section 8): one for each language, for each section with
 * {@code generate_feeds}, for each term, and for each named feed of the settings. A new kind of feed starts here.
 */
public final class FeedsBuilder {
    private final Site site;
    private final ServiceConfig service;
    private final Function<Collection<Post>, Map<SourcePath, RenderedPage>> renderer;
    private final EnclosureMaker enclosures;
    private final FeedCache cache;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<SourcePath, Entry> entries = new HashMap<>();
    private final Map<String, PostCollection> collections = new HashMap<>();
    private final Set<String> usedPaths = new HashSet<>();
    private final FeedNames names;
    private final FeedMaker maker;
    private final OutlineMaker outline = new OutlineMaker();

    private FeedsBuilder(
            Site site,
            ServiceConfig service,
            Function<Collection<Post>, Map<SourcePath, RenderedPage>> renderer,
            ToLongFunction<PageEnclosure> lengths,
            FeedCache cache) {
        this.site = site;
        this.service = service;
        this.renderer = renderer;
        this.enclosures = new EnclosureMaker(site.config(), lengths);
        this.cache = cache;
        this.names = new FeedNames(site.config());
        this.maker = new FeedMaker(site.config(), service, names, this::entry);
    }

    /**
     * Builds the feeds of a site.
     *
     * @param renderer renders posts; called once, with the posts that any feed shows
     * @param onDemandRenderer renders one post for a feed on demand; called by several threads
     * @param lengths returns the length of an enclosure in bytes, 0 if unknown; called by several threads
     * @param cache the entries and feeds of the last generation
     */
    public static Feeds of(
            Site site,
            ServiceConfig service,
            Function<Collection<Post>, Map<SourcePath, RenderedPage>> renderer,
            Function<Post, RenderedPage> onDemandRenderer,
            ToLongFunction<PageEnclosure> lengths,
            FeedCache cache) {
        return new FeedsBuilder(site, service, renderer, lengths, cache).build(onDemandRenderer);
    }

    private Feeds build(Function<Post, RenderedPage> onDemandRenderer) {
        cache.begin(site.config(), service);
        var named = new NamedFeeds(site, problems).of(service.feeds());
        var planned = Stream.concat(site.collections().stream(), named.stream())
                .filter(this::hasFeed)
                .map(posts -> new PlannedFeed(posts, files(posts)))
                .filter(p -> !p.files().isEmpty())
                .toList();
        makeEntries(planned);
        var feeds = new ArrayList<ListedFeed>();
        for (var p : planned) {
            var feed = cache.feed(p.posts(), p.files(), shown(p.posts()), () -> maker.current(p.posts(), p.files()));
            collections.put(FeedNames.collapseSlashes(FeedMaker.folder(p.posts())), p.posts());
            feeds.add(new ListedFeed(p.posts(), feed));
            outline.add(p.posts(), feed);
        }
        return new Feeds(
                feeds,
                outline(),
                problems,
                new OnDemandFeedMaker(site, service, collections, entries, onDemandRenderer, enclosures));
    }

    /** Returns the list of feeds, unless a feed with that name or slug has taken its path. */
    private Optional<Outline> outline() {
        var path = Format.OPML.fileName();
        var url = PercentEncoding.iri(site.config().url(path));
        return usedPaths.add(path) ? outline.outline(new FeedFile(path, url, url, Format.OPML)) : Optional.empty();
    }

    private boolean hasFeed(PostCollection posts) {
        return !(posts instanceof PostCollection.OfSection s) || s.section().generateFeeds() || service.sectionFeeds();
    }

    /** Posts that get a feed, and the files of that feed. */
    private record PlannedFeed(PostCollection posts, List<FeedFile> files) {}

    private void makeEntries(List<PlannedFeed> planned) {
        Map<SourcePath, Post> shown = new LinkedHashMap<>();
        for (var p : planned) {
            maker.shown(p.posts()).forEach(post -> shown.put(post.page().path(), post));
        }
        var html = renderer.apply(shown.values());
        shown.forEach((path, post) -> {
            var page = Optional.ofNullable(html.get(path)).orElseThrow();
            var cached = cache.entry(
                    post,
                    page,
                    enclosures.enclosure(post),
                    found -> new EntryMaker(site.config(), enclosures, found).entry(post, page));
            problems.addAll(cached.problems());
            entries.put(path, cached.entry());
        });
    }

    private List<Entry> shown(PostCollection posts) {
        return maker.shown(posts).stream().map(this::entry).toList();
    }

    private Entry entry(Post post) {
        return Optional.ofNullable(entries.get(post.page().path())).orElseThrow();
    }

    /** Returns the files of the feed whose paths no earlier feed has taken. */
    private List<FeedFile> files(PostCollection posts) {
        var folder = FeedMaker.folder(posts);
        if (!SafePath.isSafe(folder)) {
            problems.add(Diagnostic.warning(
                    Place.startOf(site.config().file()),
                    "`%s` is not a safe path, so it has no feed: choose another name or slug".formatted(folder)));
            return List.of();
        }
        var files = names.files(folder, posts.language()).stream()
                .filter(file -> usedPaths.add(file.path()))
                .toList();
        if (files.isEmpty() && posts instanceof PostCollection.OfNamedFeed named) {
            problems.add(Diagnostic.warning(
                    named.feed().rulePlace(),
                    "another feed already has the address of `%s`: choose another name"
                            .formatted(named.feed().name())));
        }
        return files;
    }
}
