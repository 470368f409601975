package org.feedside.pages;

import java.util.List;
import java.util.Optional;

/**
 * The head of a page.
 *
 * @param texts Feedside's texts, whose language is that of the page; texts of the site have their own
 * @param style the relative URL of the style sheet
 * @param script the relative URL of the script; every page works without it
 * @param feeds the feeds that feed readers discover
 * @param identity what shows the site; empty on pages for its operator
 */
public record PageHead(
        Texts texts,
        String title,
        String style,
        Optional<String> script,
        List<FeedLink> feeds,
        Optional<Identity> identity) {
    public record FeedLink(String mediaType, String title, String url) {}

    /**
     * What shows the site on a page, and in a preview of a link to the page (Open Graph).
     *
     * @param site the title of the site
     * @param home the URL of the site's home page
     * @param icon the relative URL of the icon for a browser's tab: the site's, or else a general one
     * @param sign the relative URL of the site's own icon
     * @param style the relative URL of the site's style sheet for these pages
     * @param url the absolute URL of the page
     * @param picture the absolute URL of the site's picture
     */
    public record Identity(
            LocalizedText site,
            String home,
            String icon,
            Optional<String> sign,
            Optional<String> style,
            String url,
            Optional<String> picture) {}

    /** Returns the head of a page for the operator of the service. */
    public static PageHead ofOperator(String title, String style) {
        return new PageHead(Texts.ENGLISH, title, style, Optional.empty(), List.of(), Optional.empty());
    }
}
