package org.feedside.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.config.Moves;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.FeedPages;
import org.feedside.feeds.Feeds;
import org.feedside.feeds.Listed;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Finding;
import org.feedside.publishing.OnDemand;
import org.feedside.site.Posts;
import org.feedside.site.Site;

/** The pages about the feeds of a site, and what browsers need for them. Used by several threads. */
public final class Pages implements OnDemand {
    private final Templates templates = new Templates();
    private final List<Asset> assets = List.of(Asset.style(), Asset.script());
    private final FeedPages places;
    private final String folder;
    private final Subjects subjects;
    private final Map<String, Taxonomy> taxonomies;
    private final IndexViews index;
    private final FeedViews views;

    private Pages(Site site, Moves moves, Feeds feeds, List<Feed> ended, FeedPages places, String folder) {
        this.places = places;
        this.folder = folder;
        this.subjects = new Subjects(feeds, ended, moves);
        this.taxonomies = Taxonomy.of(subjects.kept());
        var surroundings = new Surroundings(site.config(), whole(feeds), subjects.kept(), folder, assets);
        this.index = new IndexViews(surroundings, feeds.outline());
        this.views = new FeedViews(surroundings, places, taxonomies);
    }

    private static List<Feed> whole(Feeds feeds) {
        return feeds.listed().stream()
                .filter(listed -> listed.posts() instanceof Posts.OfLanguage)
                .map(Listed::feed)
                .toList();
    }

    /**
     * The pages of a site, if it has any.
     *
     * @param moves the feeds that readers do not find at their own addresses any more, and that have no page either
     * @param ended the feeds that were published once and have no posts left, each as one of its files
     */
    public static OnDemand of(Site site, Moves moves, Feeds feeds, List<Feed> ended, FeedPages places) {
        return places.folder()
                .<OnDemand>map(folder -> new Pages(site, moves, feeds, ended, places, folder))
                .orElse(NONE);
    }

    @Override
    public Finding find(String path) {
        if (path.equals(folder)) {
            return new Finding.SeeOther(folder + "/");
        } else if (path.equals(folder + "/")) {
            return new Finding.Here(page(path, templates.html("index.jte", index.view())));
        }
        return asset(path)
                .<Finding>map(Finding.Here::new)
                .or(() -> feed(path).or(() -> feed(turned(path))).map(found -> finding(found, path)))
                .orElseGet(Finding.Nowhere::new);
    }

    @Override
    public boolean isForm(String query) {
        return Wish.parse(query)
                .filter(wish -> taxonomies.containsKey(wish.taxonomy()))
                .isPresent();
    }

    @Override
    public Finding find(String path, String query) {
        var wish = Wish.parse(query);
        var taxonomy = wish.flatMap(w -> Optional.ofNullable(taxonomies.get(w.taxonomy())));
        if (taxonomy.isPresent() && feed(path).orElse(null) instanceof Subjects.Found.Here here) {
            return chosen(here.subject(), wish.orElseThrow(), taxonomy.get());
        }
        return find(path);
    }

    private Finding chosen(Subject subject, Wish wish, Taxonomy taxonomy) {
        var problem = wish.problem(taxonomy);
        return problem.isEmpty()
                ? feed(wish.folder(), subject, wish)
                : new Finding.Impossible(page(subject, wish, problem.get()));
    }

    private Finding feed(String feed, Subject subject, Wish wish) {
        return subjects.find(feed)
                .<Finding>map(found -> new Finding.SeeOther(address(found)))
                // Where slugs have signs in them, some combinations cannot be written.
                .orElseGet(() -> new Finding.Impossible(
                        page(subject, wish, "These cannot be combined: their names do not fit into one address.")));
    }

    private Optional<Document> asset(String path) {
        return assets.stream()
                .filter(asset -> path.equals(folder + "/" + asset.name()))
                .findFirst()
                .map(asset ->
                        Document.forPeople(places.at(path), asset.mediaType(), asset.bytes(), Document.Kind.ASSET));
    }

    private Optional<Subjects.Found> feed(String path) {
        return places.feed(path).flatMap(subjects::find);
    }

    /** People forget the slash at the end, or write one. */
    private static String turned(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }

    private Finding finding(Subjects.Found found, String path) {
        var address = address(found);
        return found instanceof Subjects.Found.Here here
                        && FeedFile.composed(address).equals(path)
                ? new Finding.Here(page(address, html(views.view(here.subject()))))
                : new Finding.SeeOther(address);
    }

    private String address(Subjects.Found found) {
        return found instanceof Subjects.Found.Here here
                ? here.subject().at().path()
                : places.of(((Subjects.Found.Elsewhere) found).folder())
                        .orElseThrow()
                        .path();
    }

    private Document page(Subject subject, Wish wish, String problem) {
        return page(subject.at().path(), html(views.view(subject, wish, problem)));
    }

    private Bytes html(FeedView view) {
        return templates.html("feed.jte", view);
    }

    private Document page(String path, Bytes html) {
        return Document.forPeople(places.at(path), "text/html; charset=utf-8", html, Document.Kind.PAGE);
    }
}
