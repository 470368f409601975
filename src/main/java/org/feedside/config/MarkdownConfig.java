package org.feedside.config;

/**
 * The keys of Zola's {@code [markdown]} table that decide what a page's HTML says.
 *
 * @param linkedHeadings whether {@code insert_anchor_links} is {@code heading}: then a heading is a link to itself. Links
 *     beside headings are for the site's pages only
 */
public record MarkdownConfig(
        boolean smartPunctuation,
        boolean definitionList,
        boolean githubAlerts,
        boolean renderEmoji,
        boolean bottomFootnotes,
        boolean linkedHeadings,
        ExternalLinks externalLinks) {

    /** What Zola adds to links to other sites; {@code class} is a CSS class, empty for none. */
    public record ExternalLinks(
            String cssClass, boolean targetBlank, boolean noFollow, boolean noReferrer, boolean external) {}

    /** Zola's own defaults. */
    public static final MarkdownConfig DEFAULT = new MarkdownConfig(
            false, false, false, false, false, false, new ExternalLinks("", false, false, false, true));
}
