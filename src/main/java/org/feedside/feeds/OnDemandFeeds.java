package org.feedside.feeds;

import org.feedside.site.PostCollection;

/**
 * Feeds that are made when they are requested, because their number is unlimited: combinations of terms, and archives.
 * Safe for use by several threads.
 */
@FunctionalInterface
public interface OnDemandFeeds {
    /** No feeds. */
    OnDemandFeeds NONE = path -> new Result.NotFound();

    /** The result of a lookup. */
    sealed interface Result {
        /** A feed, the one of its files that was requested, and all its posts. */
        record Found(PostCollection posts, Feed feed, FeedFile file) implements Result {}

        /** A feed at another path below base_url. */
        record Moved(String path) implements Result {}

        /** No feed. */
        record NotFound() implements Result {}
    }

    /**
     * Finds the feed at a path.
     *
     * @param path below base_url, decoded, without a leading slash
     */
    Result find(String path);
}
