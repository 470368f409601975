package org.feedside.feeds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.content.EnclosureLengths;
import org.feedside.content.SourcePath;
import org.feedside.site.PostCollection;

/** Makes the feeds of combinations of terms, and archives. */
final class OnDemandFeedMaker implements OnDemandFeeds {
    private final Map<String, PostCollection> listed = new HashMap<>();
    private final FeedNames names;
    private final Combinations combinations;
    private final FeedMaker maker;

    OnDemandFeedMaker(FeedPlan plan, Map<SourcePath, Entry> entries, RenderedPosts rendered, EnclosureLengths lengths) {
        var config = plan.site().config();
        plan.feeds()
                .forEach(feed -> listed.put(
                        FeedFile.composed(FeedNames.collapseSlashes(FeedMaker.folder(feed.posts()))), feed.posts()));
        this.names = new FeedNames(config);
        this.combinations = new Combinations(plan.site());
        // The hub is not notified of these feeds, so a client that relies on it would get no updates.
        var service = plan.service().withHub(Optional.empty());
        // Diagnostics are dropped: clients must not see them.
        var others = new EntryMaker(config, service, lengths, problem -> {});
        var made = Map.copyOf(entries);
        this.maker = new FeedMaker(
                config,
                service,
                names,
                post -> Optional.ofNullable(made.get(post.page().path()))
                        .orElseGet(() -> others.entry(post, rendered.page(post))));
    }

    @Override
    public Lookup<OnDemandFeed> find(String requested) {
        var path = FeedFile.composed(requested);
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        var archive = Archives.ArchivePath.of(folder);
        var posts = posts(archive.map(Archives.ArchivePath::feedFolder).orElse(folder));
        var name = path.substring(folder.length());
        return posts.map(p -> archive.map(requestedPart -> archive(p, requestedPart, path, name))
                        .orElseGet(() -> result(p, Optional.empty(), path, name)))
                .orElseGet(Lookup.NotFound::new);
    }

    @Override
    public List<String> archives() {
        return listed.values().stream()
                .flatMap(posts -> maker.archives(posts).parts().stream()
                        .flatMap(part -> files(posts, Optional.of(part)).stream()))
                .map(FeedFile::path)
                .filter(path -> SafePath.isSafe(FeedFile.folder(path)))
                .sorted()
                .toList();
    }

    private List<FeedFile> files(PostCollection posts, Optional<Archives.Part> part) {
        return names.files(folder(posts, part), posts.language());
    }

    private static String folder(PostCollection posts, Optional<Archives.Part> part) {
        return FeedNames.collapseSlashes(
                FeedMaker.folder(posts) + part.map(Archives.Part::folder).orElse(""));
    }

    private Optional<PostCollection> posts(String folder) {
        return Optional.ofNullable(listed.get(folder)).or(() -> combinations.find(folder));
    }

    private Lookup<OnDemandFeed> archive(
            PostCollection posts, Archives.ArchivePath requested, String path, String name) {
        var part = maker.archives(posts).part(requested.number());
        return part.isPresent() ? result(posts, part, path, name) : new Lookup.NotFound<>();
    }

    /**
     * Returns the feed if the requested path is the canonical one, else the canonical path.
     *
     * @param part the part of the posts that an archive shows; empty for the feed to subscribe to
     */
    private Lookup<OnDemandFeed> result(PostCollection posts, Optional<Archives.Part> part, String path, String name) {
        var folder = folder(posts, part);
        var files = files(posts, part);
        var requested = FeedFile.composed(FeedNames.collapseSlashes(folder + name));
        var file = files.stream()
                .filter(f -> FeedFile.composed(f.path()).equals(requested))
                .findFirst();
        if (file.isEmpty() || !SafePath.isSafe(folder)) {
            return new Lookup.NotFound<>();
        }
        if (!FeedFile.composed(file.get().path()).equals(path)) {
            return new Lookup.Moved<>(file.get().path());
        }
        var feed = part.map(p -> maker.archive(posts, p, files)).orElseGet(() -> maker.current(posts, files));
        return new Lookup.Found<>(new OnDemandFeed(posts, feed, file.get()));
    }
}
