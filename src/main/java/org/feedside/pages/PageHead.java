package org.feedside.pages;

import java.util.List;
import java.util.Optional;

/**
 * What stands around the content of every page.
 *
 * @param language of our words, as a language tag; the site's words say their own
 * @param title in the browser's title bar
 * @param style where the style sheet is, seen from the page
 * @param script where the script is; every page works without
 * @param feeds those that feed readers find
 */
public record PageHead(String language, String title, String style, Optional<String> script, List<FeedLink> feeds) {
    public PageHead {
        feeds = List.copyOf(feeds);
    }

    /** A feed that a page names in its head. */
    public record FeedLink(String mediaType, String title, String url) {}
}
