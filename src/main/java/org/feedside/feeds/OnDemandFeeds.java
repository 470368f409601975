package org.feedside.feeds;

import org.feedside.site.PostCollection;

/**
 * Feeds whose number has no bound, so that each is made when somebody asks for it: combinations of terms, and archives.
 * Safe for use by several threads.
 */
@FunctionalInterface
public interface OnDemandFeeds {
    /** There are none. */
    OnDemandFeeds NONE = path -> new Answer.Nowhere();

    /** What an address asks for. */
    sealed interface Answer {
        /** A feed, as one of its files, and all posts that it is about. */
        record Here(PostCollection posts, Feed feed, FeedFile file) implements Answer {}

        /** A feed that has another address, below base_url. */
        record Elsewhere(String path) implements Answer {}

        /** No feed. */
        record Nowhere() implements Answer {}
    }

    /**
     * What is asked for.
     *
     * @param path below base_url, decoded, without a leading slash
     */
    Answer find(String path);
}
