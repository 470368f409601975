package org.feedside.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.feedside.config.ServiceConfig;
import org.feedside.content.SourcePath;
import org.feedside.markup.RenderedPage;
import org.feedside.site.Post;
import org.feedside.site.PostCollection;
import org.feedside.site.Site;

/** Makes combinations of terms, and archives. */
final class OnDemandFeedMaker implements OnDemandFeeds {
    private final Site site;
    private final ServiceConfig service;
    private final Map<String, PostCollection> kept;
    private final Map<SourcePath, Entry> entries;
    private final Function<Post, RenderedPage> renderer;
    private final EnclosureMaker enclosures;
    private final FeedNames names;
    private final Combinations combinations;

    /**
     * The feeds of a site.
     *
     * @param kept what has feeds that are always there, by their folder
     * @param entries those that are made already
     * @param renderer gives the HTML of all other posts, to several threads
     */
    OnDemandFeedMaker(
            Site site,
            ServiceConfig service,
            Map<String, PostCollection> kept,
            Map<SourcePath, Entry> entries,
            Function<Post, RenderedPage> renderer,
            EnclosureMaker enclosures) {
        this.site = site;
        // The hub is not told of these feeds, and who waits for it would never hear of them.
        this.service = service.withHub(Optional.empty());
        this.kept = new HashMap<>();
        kept.forEach((folder, posts) -> this.kept.put(FeedFile.composed(folder), posts));
        this.entries = Map.copyOf(entries);
        this.renderer = renderer;
        this.enclosures = enclosures;
        this.names = new FeedNames(site.config());
        this.combinations = new Combinations(site);
    }

    @Override
    public Answer find(String asked) {
        var path = FeedFile.composed(asked);
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        var archive = Archives.Asked.of(folder);
        var posts = posts(archive.map(Archives.Asked::feedFolder).orElse(folder));
        var name = path.substring(folder.length());
        return posts.flatMap(p -> archive.isPresent()
                        ? archive(p, archive.get(), path, name)
                        : Optional.of(current(p, path, name)))
                .orElseGet(Answer.Nowhere::new);
    }

    private Optional<PostCollection> posts(String folder) {
        return Optional.ofNullable(kept.get(folder)).or(() -> combinations.find(folder));
    }

    private Answer current(PostCollection posts, String path, String name) {
        var folder = FeedNames.oneSlash(FeedMaker.folder(posts));
        return answer(posts, folder, path, name, maker -> maker.current(posts, names.in(folder, posts.language())));
    }

    private Optional<Answer> archive(PostCollection posts, Archives.Asked asked, String path, String name) {
        return maker().archives(posts).part(asked.number()).map(part -> {
            var folder = FeedNames.oneSlash(FeedMaker.folder(posts) + part.folder());
            return answer(
                    posts, folder, path, name, maker -> maker.archive(posts, part, names.in(folder, posts.language())));
        });
    }

    /** The feed if it was asked for where it is, else where it is. */
    private Answer answer(
            PostCollection posts, String folder, String path, String name, Function<FeedMaker, Feed> feed) {
        var file = names.in(folder, posts.language()).stream()
                .filter(f -> FeedFile.composed(f.path()).equals(FeedFile.composed(FeedNames.oneSlash(folder + name))))
                .findFirst();
        if (file.isEmpty() || !SafePath.isSafe(folder)) {
            return new Answer.Nowhere();
        }
        return FeedFile.composed(file.get().path()).equals(path)
                ? new Answer.Here(posts, feed.apply(maker()), file.get())
                : new Answer.Elsewhere(file.get().path());
    }

    private FeedMaker maker() {
        // Readers are not told what is wrong with a post.
        var late = new EntryMaker(site.config(), enclosures, new ArrayList<>());
        return new FeedMaker(
                site.config(),
                service,
                names,
                post -> Optional.ofNullable(entries.get(post.page().path()))
                        .orElseGet(() -> late.entry(post, renderer.apply(post))));
    }
}
