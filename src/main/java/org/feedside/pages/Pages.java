package org.feedside.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feedside.config.MovedFeeds;
import org.feedside.config.PageDesign;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.ListedFeed;
import org.feedside.feeds.Lookup;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.OnDemand;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;

/** Serves the pages about the feeds of a site, and their assets. Safe for use by several threads. */
public final class Pages implements OnDemand {
    /** A text in the head of each of these pages, which distinguishes them from pages of the site. */
    public static final String MARK = "<meta name=\"generator\" content=\"Feedside\">";

    private static final String INDEX_FILE = "index.html";

    private final Templates templates = new Templates();
    private final List<Asset> assets;
    private final FeedPages feedPages;
    private final String folder;
    private final PagedFeeds pagedFeeds;
    private final Map<String, TaxonomyTerms> taxonomies;
    private final PageContext context;
    private final IndexViews index;
    private final FeedViews views;

    private Pages(
            Site site,
            MovedFeeds moves,
            Feeds feeds,
            List<Feed> ended,
            FeedPages feedPages,
            String folder,
            PageDesign design) {
        this.assets = Asset.all(Palette.of(design.accent()));
        this.feedPages = feedPages;
        this.folder = folder;
        this.pagedFeeds = new PagedFeeds(feeds, ended, moves, feedPages);
        this.taxonomies = TaxonomyTerms.of(pagedFeeds.listed());
        this.context = new PageContext(site.config(), design, mainFeeds(feeds), pagedFeeds.listed(), folder, assets);
        var texts = context.texts(site.config().defaultLanguage().code());
        this.index = new IndexViews(context, feedPages.at(context.index()), texts, feeds.outline());
        this.views = new FeedViews(context, feedPages, taxonomies);
    }

    private static List<Feed> mainFeeds(Feeds feeds) {
        return feeds.listed().stream()
                .filter(listed -> listed.posts() instanceof PostCollection.OfLanguage)
                .map(ListedFeed::feed)
                .toList();
    }

    /**
     * Returns the pages of a site; none if the setting is off.
     *
     * @param moves the feeds that moved or were retired, which have no pages
     * @param ended the feeds that were published before and have no posts now, one for each file
     * @param design what the owner has changed of the pages
     */
    public static OnDemand of(
            Site site, MovedFeeds moves, Feeds feeds, List<Feed> ended, FeedPages feedPages, PageDesign design) {
        return feedPages
                .folder()
                .<OnDemand>map(folder -> new Pages(site, moves, feeds, ended, feedPages, folder, design))
                .orElse(NONE);
    }

    @Override
    public Lookup<Document> find(String path) {
        if (path.equals(folder)) {
            return new Lookup.SeeOther<>(folder + "/");
        } else if (path.equals(folder + "/")) {
            return new Lookup.Found<>(page(path, templates.html("index.jte", Map.of("page", index.view()))));
        }
        return Lookup.of(asset(path)).or(() -> page(path, feed(path).or(() -> feed(toggleSlash(path)))));
    }

    /**
     * Returns the index, the page of each feed and the assets. The pages are named index.html in the folders that the feeds
     * link to. They have no forms, which need a server.
     */
    @Override
    public List<Document> files() {
        var withoutForms = new FeedViews(context, feedPages, Map.of());
        var files = new ArrayList<Document>();
        files.add(page(folder + "/" + INDEX_FILE, templates.html("index.jte", Map.of("page", index.view()))));
        Stream.concat(pagedFeeds.listed().stream(), pagedFeeds.ended().stream())
                .map(paged -> paged.at(feedPages.at(paged.page().path().replaceFirst("(?<!/)$", "/"))))
                .map(paged -> page(
                        paged.page().path() + INDEX_FILE,
                        html(withoutForms.view(paged, Optional.empty(), Optional.empty()))))
                .forEach(files::add);
        assets.forEach(asset -> asset(folder + "/" + asset.name()).ifPresent(files::add));
        return files;
    }

    @Override
    public Optional<Supplier<Lookup<Document>>> form(String path, String query) {
        return CombinationForm.parse(query)
                .flatMap(form -> Optional.ofNullable(taxonomies.get(form.taxonomy()))
                        .map(taxonomy -> () -> feed(path)
                                .value()
                                .map(paged -> submitted(paged, form.resolved(taxonomy), taxonomy))
                                .orElseGet(Lookup.NotFound::new)));
    }

    private Lookup<Document> submitted(PagedFeed paged, CombinationForm form, TaxonomyTerms taxonomy) {
        var texts = context.texts(paged.feed().language());
        var problem = form.problem(taxonomy, texts);
        return problem.map(reason -> rejected(paged, form, reason))
                .orElseGet(() -> seeOther(pagedFeeds.find(form.folder()))
                        // Slugs may contain operators, so some combinations have no canonical text.
                        .or(() -> rejected(paged, form, texts.get("problem_address"))));
    }

    private Lookup<Document> rejected(PagedFeed paged, CombinationForm form, String problem) {
        return new Lookup.Rejected<>(
                page(paged.page().path(), html(views.view(paged, Optional.of(form), Optional.of(problem)))));
    }

    private Optional<Document> asset(String path) {
        return assets.stream()
                .filter(asset -> path.equals(folder + "/" + asset.name()))
                .findFirst()
                .map(asset ->
                        Document.forPage(feedPages.at(path), asset.mediaType(), asset.bytes(), Document.Kind.ASSET));
    }

    private Lookup<PagedFeed> feed(String path) {
        return feedPages.feed(path).map(pagedFeeds::find).orElseGet(Lookup.NotFound::new);
    }

    /** Adds or removes the slash at the end, which people often omit or add by mistake. */
    private static String toggleSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }

    /** Returns the page about a feed, or redirects to its path. */
    private Lookup<Document> page(String path, Lookup<PagedFeed> feed) {
        return Lookup.of(feed.value()
                        .filter(paged -> FeedFile.composed(paged.page().path()).equals(path))
                        .map(paged ->
                                page(paged.page().path(), html(views.view(paged, Optional.empty(), Optional.empty())))))
                .or(() -> seeOther(feed));
    }

    private static Lookup<Document> seeOther(Lookup<PagedFeed> feed) {
        return feed.value()
                .map(paged -> paged.page().path())
                .or(feed::newPath)
                .<Lookup<Document>>map(Lookup.SeeOther::new)
                .orElseGet(Lookup.NotFound::new);
    }

    private Bytes html(FeedView view) {
        return templates.html("feed.jte", Map.of("page", view));
    }

    private Document page(String path, Bytes html) {
        return Document.forPage(feedPages.at(path), "text/html; charset=utf-8", html, Document.Kind.PAGE);
    }
}
