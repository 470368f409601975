package org.feedside.pages;

import java.util.List;
import java.util.Optional;

/**
 * The head of a page.
 *
 * @param language the language of Feedside's texts, as a language tag; texts of the site have their own
 * @param style the relative URL of the style sheet
 * @param script the relative URL of the script; every page works without it
 * @param feeds the feeds that feed readers discover
 */
public record PageHead(String language, String title, String style, Optional<String> script, List<FeedLink> feeds) {
    public record FeedLink(String mediaType, String title, String url) {}
}
