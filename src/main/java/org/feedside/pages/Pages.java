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

/** The pages about the feeds of a site, and what browsers need for them. Used by several threads. */
public final class Pages implements OnDemand {
    private final Templates templates = new Templates();
    private final List<Asset> assets = List.of(Asset.style(), Asset.script());
    private final FeedPages places;
    private final String folder;
    private final PagedFeeds subjects;
    private final Map<String, TaxonomyTerms> taxonomies;
    private final IndexViews index;
    private final FeedViews views;

    private Pages(Site site, MovedFeeds moves, Feeds feeds, List<Feed> ended, FeedPages places, String folder) {
        this.places = places;
        this.folder = folder;
        this.subjects = new PagedFeeds(feeds, ended, moves);
        this.taxonomies = TaxonomyTerms.of(subjects.kept());
        var surroundings = new PageContext(site.config(), whole(feeds), subjects.kept(), folder, assets);
        this.index = new IndexViews(surroundings, feeds.outline());
        this.views = new FeedViews(surroundings, places, taxonomies);
    }

    private static List<Feed> whole(Feeds feeds) {
        return feeds.listed().stream()
                .filter(listed -> listed.posts() instanceof PostCollection.OfLanguage)
                .map(ListedFeed::feed)
                .toList();
    }

    /**
     * The pages of a site, if it has any.
     *
     * @param moves the feeds that readers do not find at their own addresses any more, and that have no page either
     * @param ended the feeds that were published once and have no posts left, each as one of its files
     */
    public static OnDemand of(Site site, MovedFeeds moves, Feeds feeds, List<Feed> ended, FeedPages places) {
        return places.folder()
                .<OnDemand>map(folder -> new Pages(site, moves, feeds, ended, places, folder))
                .orElse(NONE);
    }

    @Override
    public Lookup find(String path) {
        if (path.equals(folder)) {
            return new Lookup.SeeOther(folder + "/");
        } else if (path.equals(folder + "/")) {
            return new Lookup.Here(page(path, templates.html("index.jte", index.view())));
        }
        return asset(path)
                .<Lookup>map(Lookup.Here::new)
                .or(() -> feed(path).or(() -> feed(turned(path))).map(found -> finding(found, path)))
                .orElseGet(Lookup.Nowhere::new);
    }

    @Override
    public boolean isForm(String query) {
        return CombinationForm.parse(query)
                .filter(wish -> taxonomies.containsKey(wish.taxonomy()))
                .isPresent();
    }

    @Override
    public Lookup find(String path, String query) {
        var wish = CombinationForm.parse(query);
        var taxonomy = wish.flatMap(w -> Optional.ofNullable(taxonomies.get(w.taxonomy())));
        if (taxonomy.isPresent() && feed(path).orElse(null) instanceof PagedFeeds.Found.Here here) {
            return chosen(here.subject(), wish.orElseThrow(), taxonomy.get());
        }
        return find(path);
    }

    private Lookup chosen(PagedFeed subject, CombinationForm wish, TaxonomyTerms taxonomy) {
        var problem = wish.problem(taxonomy);
        return problem.isEmpty()
                ? feed(wish.folder(), subject, wish)
                : new Lookup.Impossible(page(subject, wish, problem.get()));
    }

    private Lookup feed(String feed, PagedFeed subject, CombinationForm wish) {
        return subjects.find(feed)
                .<Lookup>map(found -> new Lookup.SeeOther(address(found)))
                // Where slugs have signs in them, some combinations cannot be written.
                .orElseGet(() -> new Lookup.Impossible(
                        page(subject, wish, "These cannot be combined: their names do not fit into one address.")));
    }

    private Optional<Document> asset(String path) {
        return assets.stream()
                .filter(asset -> path.equals(folder + "/" + asset.name()))
                .findFirst()
                .map(asset ->
                        Document.forPeople(places.at(path), asset.mediaType(), asset.bytes(), Document.Kind.ASSET));
    }

    private Optional<PagedFeeds.Found> feed(String path) {
        return places.feed(path).flatMap(subjects::find);
    }

    /** People forget the slash at the end, or write one. */
    private static String turned(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }

    private Lookup finding(PagedFeeds.Found found, String path) {
        var address = address(found);
        return found instanceof PagedFeeds.Found.Here here
                        && FeedFile.composed(address).equals(path)
                ? new Lookup.Here(page(address, html(views.view(here.subject()))))
                : new Lookup.SeeOther(address);
    }

    private String address(PagedFeeds.Found found) {
        return found instanceof PagedFeeds.Found.Here here
                ? here.subject().at().path()
                : places.of(((PagedFeeds.Found.Elsewhere) found).folder())
                        .orElseThrow()
                        .path();
    }

    private Document page(PagedFeed subject, CombinationForm wish, String problem) {
        return page(subject.at().path(), html(views.view(subject, wish, problem)));
    }

    private Bytes html(FeedView view) {
        return templates.html("feed.jte", view);
    }

    private Document page(String path, Bytes html) {
        return Document.forPeople(places.at(path), "text/html; charset=utf-8", html, Document.Kind.PAGE);
    }
}
