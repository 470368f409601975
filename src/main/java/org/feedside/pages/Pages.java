package org.feedside.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.config.MovedFeeds;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.ListedFeed;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Lookup;
import org.feedside.publishing.OnDemand;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;

/** Serves the pages about the feeds of a site, and their assets. Safe for use by several threads. */
public final class Pages implements OnDemand {
    private final Templates templates = new Templates();
    private final List<Asset> assets = List.of(Asset.style(), Asset.script());
    private final FeedPages feedPages;
    private final String folder;
    private final PagedFeeds pagedFeeds;
    private final Map<String, TaxonomyTerms> taxonomies;
    private final IndexViews index;
    private final FeedViews views;

    private Pages(Site site, MovedFeeds moves, Feeds feeds, List<Feed> ended, FeedPages feedPages, String folder) {
        this.feedPages = feedPages;
        this.folder = folder;
        this.pagedFeeds = new PagedFeeds(feeds, ended, moves);
        this.taxonomies = TaxonomyTerms.of(pagedFeeds.listed());
        var context = new PageContext(site.config(), mainFeeds(feeds), pagedFeeds.listed(), folder, assets);
        this.index = new IndexViews(context, feeds.outline());
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
     */
    public static OnDemand of(Site site, MovedFeeds moves, Feeds feeds, List<Feed> ended, FeedPages feedPages) {
        return feedPages
                .folder()
                .<OnDemand>map(folder -> new Pages(site, moves, feeds, ended, feedPages, folder))
                .orElse(NONE);
    }

    @Override
    public Lookup find(String path) {
        if (path.equals(folder)) {
            return new Lookup.SeeOther(folder + "/");
        } else if (path.equals(folder + "/")) {
            return new Lookup.Found(page(path, templates.html("index.jte", Map.of("page", index.view()))));
        }
        return asset(path)
                .<Lookup>map(Lookup.Found::new)
                .or(() -> feed(path).or(() -> feed(toggleSlash(path))).map(found -> lookup(found, path)))
                .orElseGet(Lookup.NotFound::new);
    }

    @Override
    public boolean isForm(String query) {
        return CombinationForm.parse(query)
                .filter(form -> taxonomies.containsKey(form.taxonomy()))
                .isPresent();
    }

    @Override
    public Lookup find(String path, String query) {
        var form = CombinationForm.parse(query);
        var taxonomy = form.flatMap(f -> Optional.ofNullable(taxonomies.get(f.taxonomy())));
        if (taxonomy.isPresent() && feed(path).orElse(null) instanceof PagedFeeds.Result.Found here) {
            return submitted(here.paged(), form.orElseThrow(), taxonomy.get());
        }
        return find(path);
    }

    private Lookup submitted(PagedFeed paged, CombinationForm form, TaxonomyTerms taxonomy) {
        var problem = form.problem(taxonomy);
        return problem.isEmpty()
                ? feed(form.folder(), paged, form)
                : new Lookup.Rejected(page(paged, form, problem.get()));
    }

    private Lookup feed(String feed, PagedFeed paged, CombinationForm form) {
        return pagedFeeds
                .find(feed)
                .<Lookup>map(found -> new Lookup.SeeOther(address(found)))
                // Slugs may contain operators, so some combinations have no canonical text.
                .orElseGet(() -> new Lookup.Rejected(
                        page(paged, form, "These names cannot be combined in one address. Choose others.")));
    }

    private Optional<Document> asset(String path) {
        return assets.stream()
                .filter(asset -> path.equals(folder + "/" + asset.name()))
                .findFirst()
                .map(asset ->
                        Document.forPage(feedPages.at(path), asset.mediaType(), asset.bytes(), Document.Kind.ASSET));
    }

    private Optional<PagedFeeds.Result> feed(String path) {
        return feedPages.feed(path).flatMap(pagedFeeds::find);
    }

    /** Adds or removes the slash at the end, which people often omit or add by mistake. */
    private static String toggleSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }

    private Lookup lookup(PagedFeeds.Result found, String path) {
        var address = address(found);
        return found instanceof PagedFeeds.Result.Found here
                        && FeedFile.composed(address).equals(path)
                ? new Lookup.Found(page(address, html(views.view(here.paged()))))
                : new Lookup.SeeOther(address);
    }

    private String address(PagedFeeds.Result found) {
        return found instanceof PagedFeeds.Result.Found here
                ? here.paged().page().path()
                : feedPages
                        .of(((PagedFeeds.Result.Moved) found).folder())
                        .orElseThrow()
                        .path();
    }

    private Document page(PagedFeed paged, CombinationForm form, String problem) {
        return page(paged.page().path(), html(views.view(paged, form, problem)));
    }

    private Bytes html(FeedView view) {
        return templates.html("feed.jte", Map.of("page", view));
    }

    private Document page(String path, Bytes html) {
        return Document.forPage(feedPages.at(path), "text/html; charset=utf-8", html, Document.Kind.PAGE);
    }
}
