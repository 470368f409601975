package org.feedside.feeds;

/**
 * The page about a feed, for people.
 *
 * @param path below base_url, without a leading slash
 * @param url where it is served
 */
public record FeedPage(String path, String url) {}
