package org.feedside.feeds;

import java.util.Optional;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.SiteConfig;

/**
 * The paths of the pages about feeds. All are below one folder, each at the path of its feed's folder.
 *
 * @param folder without a leading or trailing slash; empty if there are no pages
 */
public record FeedPages(SiteConfig config, Optional<String> folder) {
    /** The page about the site's main feed. All other pages' paths end with a slash, so they cannot clash. */
    private static final String SITE_PAGE = "all";

    /**
     * Returns the page about the feed in a folder.
     *
     * @param feed the folder below base_url, without a leading slash, with a trailing one unless it is empty
     */
    public Optional<FeedPage> of(String feed) {
        return folder.map(f -> at(f + "/" + (feed.isEmpty() ? SITE_PAGE : feed)));
    }

    public FeedPage at(String path) {
        return new FeedPage(path, PercentEncoding.permalink(config.url(path)));
    }

    /**
     * Returns the folder of the feed that a page is about; empty if the path cannot be that of a page.
     *
     * @param path below base_url, without a leading slash
     */
    public Optional<String> feed(String path) {
        return folder.map(f -> f + "/")
                .filter(path::startsWith)
                .map(f -> path.substring(f.length()))
                .filter(rest -> rest.endsWith("/") || rest.equals(SITE_PAGE))
                .map(rest -> rest.equals(SITE_PAGE) ? "" : rest);
    }
}
