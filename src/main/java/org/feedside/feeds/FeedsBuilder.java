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
 * Decides which feeds a site has (zola.md, section 8): one for each language, each section that wants one, each term, and
 * those of the owner's own making. Adding a kind of feed begins here.
 */
public final class FeedsBuilder {
    private final Site site;
    private final ServiceConfig service;
    private final Function<Collection<Post>, Map<SourcePath, RenderedPage>> renderer;
    private final EnclosureMaker enclosures;
    private final FeedCache memory;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<SourcePath, Entry> entries = new HashMap<>();
    private final Map<String, PostCollection> kept = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final FeedNames names;
    private final FeedMaker maker;
    private final OutlineMaker outline = new OutlineMaker();

    private FeedsBuilder(
            Site site,
            ServiceConfig service,
            Function<Collection<Post>, Map<SourcePath, RenderedPage>> renderer,
            ToLongFunction<PageEnclosure> lengths,
            FeedCache memory) {
        this.site = site;
        this.service = service;
        this.renderer = renderer;
        this.enclosures = new EnclosureMaker(site.config(), lengths);
        this.memory = memory;
        this.names = new FeedNames(site.config());
        this.maker = new FeedMaker(site.config(), service, names, this::entry);
    }

    /**
     * The feeds of a site.
     *
     * @param renderer renders posts; asked once, for those that some feed shows
     * @param late gives the HTML of a post to feeds on demand, in several threads at once
     * @param lengths gives the length of an enclosure in bytes, 0 if nobody knows it; in several threads at once too
     * @param memory of the feeds that were made before
     */
    public static Feeds of(
            Site site,
            ServiceConfig service,
            Function<Collection<Post>, Map<SourcePath, RenderedPage>> renderer,
            Function<Post, RenderedPage> late,
            ToLongFunction<PageEnclosure> lengths,
            FeedCache memory) {
        return new FeedsBuilder(site, service, renderer, lengths, memory).build(late);
    }

    private Feeds build(Function<Post, RenderedPage> late) {
        memory.begin(site.config(), service);
        var named = new NamedFeeds(site, problems).of(service.feeds());
        var wanted = Stream.concat(site.collections().stream(), named.stream())
                .filter(this::isWanted)
                .map(posts -> new Wanted(posts, files(posts)))
                .filter(w -> !w.files().isEmpty())
                .toList();
        makeEntries(wanted);
        var feeds = new ArrayList<ListedFeed>();
        for (var w : wanted) {
            var feed = memory.feed(w.posts(), w.files(), shown(w.posts()), () -> maker.current(w.posts(), w.files()));
            kept.put(FeedNames.oneSlash(FeedMaker.folder(w.posts())), w.posts());
            feeds.add(new ListedFeed(w.posts(), feed));
            outline.add(w.posts(), feed);
        }
        return new Feeds(
                feeds, outline(), problems, new OnDemandFeedMaker(site, service, kept, entries, late, enclosures));
    }

    /** A feed that has its path, by a name or slug, is more than the list of feeds. */
    private Optional<Outline> outline() {
        var path = Format.OPML.fileName();
        var url = PercentEncoding.iri(site.config().url(path));
        return taken.add(path) ? outline.outline(new FeedFile(path, url, url, Format.OPML)) : Optional.empty();
    }

    private boolean isWanted(PostCollection posts) {
        return !(posts instanceof PostCollection.OfSection s) || s.section().generateFeeds() || service.sectionFeeds();
    }

    /** Posts that get a feed, and its files. */
    private record Wanted(PostCollection posts, List<FeedFile> files) {}

    private void makeEntries(List<Wanted> wanted) {
        Map<SourcePath, Post> shown = new LinkedHashMap<>();
        for (var w : wanted) {
            maker.shown(w.posts()).forEach(post -> shown.put(post.page().path(), post));
        }
        var html = renderer.apply(shown.values());
        shown.forEach((path, post) -> {
            var rendered = Optional.ofNullable(html.get(path)).orElseThrow();
            var made = memory.entry(
                    post,
                    rendered,
                    enclosures.enclosure(post),
                    problemsOfIt -> new EntryMaker(site.config(), enclosures, problemsOfIt).entry(post, rendered));
            problems.addAll(made.problems());
            entries.put(path, made.entry());
        });
    }

    private List<Entry> shown(PostCollection posts) {
        return maker.shown(posts).stream().map(this::entry).toList();
    }

    private Entry entry(Post post) {
        return Optional.ofNullable(entries.get(post.page().path())).orElseThrow();
    }

    /** The feed's files that no feed before it has taken. */
    private List<FeedFile> files(PostCollection posts) {
        var folder = FeedMaker.folder(posts);
        if (!SafePath.isSafe(folder)) {
            problems.add(Diagnostic.warning(
                    Place.startOf(site.config().file()),
                    "`%s` is no safe path, so there is no feed of it: give it another name or slug".formatted(folder)));
            return List.of();
        }
        var files = names.in(folder, posts.language()).stream()
                .filter(file -> taken.add(file.path()))
                .toList();
        if (files.isEmpty() && posts instanceof PostCollection.OfNamedFeed named) {
            problems.add(Diagnostic.warning(
                    named.feed().ruleAt(),
                    "another feed has the address of `%s`: give it another name"
                            .formatted(named.feed().name())));
        }
        return files;
    }
}
