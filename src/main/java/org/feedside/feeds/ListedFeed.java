package org.feedside.feeds;

import org.feedside.site.PostCollection;

/** A feed that is always there, and all posts that it is about. */
public record ListedFeed(PostCollection posts, Feed feed) {}
