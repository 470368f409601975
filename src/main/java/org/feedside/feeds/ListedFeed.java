package org.feedside.feeds;

import org.feedside.site.PostCollection;

/** A feed that is always published, and the collection of all its posts. */
public record ListedFeed(PostCollection posts, Feed feed) {}
