package org.feedside.refreshing.guards;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feedside.formats.reading.ImportedFeed;
import org.feedside.publishing.state.PostState;
import org.feedside.site.Post;

/**
 * A post as readers know it.
 *
 * @param file its path below the content folder; empty if the post is known only from feeds
 * @param paths the paths of its URL, both relative to base_url and complete, normalised by {@link NormalizedPath}
 */
public record KnownPost(Optional<String> file, Set<String> paths, String id) {
    public KnownPost {
        paths = Collections.unmodifiableSet(new LinkedHashSet<>(paths));
    }

    public static KnownPost of(Post post) {
        var paths = new LinkedHashSet<String>();
        NormalizedPath.of(post.path()).ifPresent(paths::add);
        NormalizedPath.of(post.permalink()).ifPresent(paths::add);
        return new KnownPost(Optional.of(post.page().path().path()), paths, post.id());
    }

    /** Returns a post as it was published last. */
    public static KnownPost of(String file, PostState post) {
        var path = NormalizedPath.of(post.path());
        return new KnownPost(Optional.of(file), path.map(Set::of).orElse(Set.of()), post.id());
    }

    /** Returns the post of a feed's entry; empty if the entry has no id. */
    public static Optional<KnownPost> of(ImportedFeed feed, ImportedFeed.Entry entry) {
        return entry.id().map(id -> new KnownPost(Optional.empty(), paths(feed, entry), id));
    }

    public static Set<String> paths(ImportedFeed feed, ImportedFeed.Entry entry) {
        var paths = new LinkedHashSet<String>();
        Stream.concat(entry.link().stream(), entry.id().stream()).forEach(address -> {
            NormalizedPath.of(address).ifPresent(paths::add);
            feed.link().flatMap(site -> NormalizedPath.below(site, address)).ifPresent(paths::add);
        });
        return paths;
    }
}
