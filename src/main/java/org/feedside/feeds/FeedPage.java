package org.feedside.feeds;

/**
 * The HTML page about a feed.
 *
 * @param path below base_url, without a leading slash
 * @param url the URL at which it is served
 */
public record FeedPage(String path, String url) {}
