package org.feedside.feeds;

import org.feedside.site.Posts;

/** A feed that is always there, and all posts that it is about. */
public record Listed(Posts posts, Feed feed) {}
