package org.feedside.feeds;

import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.SiteConfig;

/**
 * Where the pages about feeds stand: below one folder, each at the path that its feed's folder has below base_url.
 *
 * @param folder without slashes around it; empty if there are no pages
 */
public record FeedPages(SiteConfig config, Optional<String> folder) {
    /** The page of the site's own feed: every other page's path ends with a slash, so none can be here. */
    private static final String OF_SITE = "all";

    /**
     * The page about the feed in a folder.
     *
     * @param feed below base_url, without a leading slash, with one at the end unless it is empty
     */
    public Optional<FeedPage> of(String feed) {
        return folder.map(f -> at(f + "/" + (feed.isEmpty() ? OF_SITE : feed)));
    }

    /** A page at a path below base_url. */
    public FeedPage at(String path) {
        return new FeedPage(path, PercentEncoding.iri(config.url(path)));
    }

    /**
     * The folder of the feed that a page is about, if the path can be one of a page.
     *
     * @param path below base_url, without a leading slash
     */
    public Optional<String> feed(String path) {
        return folder.map(f -> f + "/")
                .filter(path::startsWith)
                .map(f -> path.substring(f.length()))
                .filter(rest -> rest.endsWith("/") || rest.equals(OF_SITE))
                .map(rest -> rest.equals(OF_SITE) ? "" : rest);
    }
}
