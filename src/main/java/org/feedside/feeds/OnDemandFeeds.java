package org.feedside.feeds;

import java.util.List;
import org.feedside.site.PostCollection;

/** Feeds that are made on request, as their number is unlimited: combinations and archives. Thread-safe. */
@FunctionalInterface
public interface OnDemandFeeds {
    /** A feed, the one of its files that was requested, and all its posts. */
    record OnDemandFeed(PostCollection posts, Feed feed, FeedFile file) {}

    /**
     * Finds the feed at a path.
     *
     * @param path below base_url, decoded, without a leading slash
     */
    Lookup<OnDemandFeed> find(String path);

    /** Returns the paths of all archives of the feeds that are always published. */
    default List<String> archives() {
        return List.of();
    }
}
