package org.feedside.feeds;

import org.feedside.base.text.PercentEncoding;

/**
 * The HTML page about a feed.
 *
 * @param path below base_url, without a leading slash
 * @param url the URI at which it is served
 */
public record FeedPage(String path, String url) {
    public FeedPage {
        url = PercentEncoding.url(url);
    }
}
