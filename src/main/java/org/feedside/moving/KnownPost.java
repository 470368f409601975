package org.feedside.moving;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feedside.formats.OldFeed;
import org.feedside.site.Post;
import org.feedside.state.PostState;

/**
 * A post as readers know it.
 *
 * @param file its path below the content folder; nothing if only feeds tell of it
 * @param paths those of its URL, below base_url and in full, as {@link AddressPath} compares them
 */
public record KnownPost(Optional<String> file, Set<String> paths, String id) {
    public KnownPost {
        paths = Collections.unmodifiableSet(new LinkedHashSet<>(paths));
    }

    /** A post of the site as it is now. */
    public static KnownPost of(Post post) {
        var paths = new LinkedHashSet<String>();
        AddressPath.of(post.path()).ifPresent(paths::add);
        AddressPath.of(post.permalink()).ifPresent(paths::add);
        return new KnownPost(Optional.of(post.page().path().path()), paths, post.id());
    }

    /** A post as it was published last. */
    public static KnownPost of(String file, PostState post) {
        var path = AddressPath.of(post.path());
        return new KnownPost(Optional.of(file), path.map(Set::of).orElse(Set.of()), post.id());
    }

    /** What an entry of a feed tells of a post; nothing if it has no id. */
    public static Optional<KnownPost> of(OldFeed feed, OldFeed.Entry entry) {
        return entry.id().map(id -> new KnownPost(Optional.empty(), paths(feed, entry), id));
    }

    static Set<String> paths(OldFeed feed, OldFeed.Entry entry) {
        var paths = new LinkedHashSet<String>();
        Stream.concat(entry.link().stream(), entry.id().stream()).forEach(address -> {
            AddressPath.of(address).ifPresent(paths::add);
            feed.link().flatMap(site -> AddressPath.below(site, address)).ifPresent(paths::add);
        });
        return paths;
    }

    boolean sharesPath(KnownPost other) {
        return !Collections.disjoint(paths, other.paths);
    }
}
