package org.feedside.config;

/**
 * The keys of Zola's {@code [markdown]} table that affect the HTML of entries.
 *
 * @param linkedHeadings whether {@code insert_anchor_links} is {@code heading}: then each heading is a link to itself.
 *     The links that its other values put beside headings belong to the site's pages only and are omitted
 */
public record MarkdownConfig(
        boolean smartPunctuation,
        boolean definitionList,
        boolean githubAlerts,
        boolean renderEmoji,
        boolean bottomFootnotes,
        boolean linkedHeadings,
        ExternalLinks externalLinks) {

    /** The attributes that Zola adds to links to other sites; {@code cssClass} is empty for none. */
    public record ExternalLinks(
            String cssClass, boolean targetBlank, boolean noFollow, boolean noReferrer, boolean external) {}

    /** Zola's own defaults. */
    public static final MarkdownConfig DEFAULT = new MarkdownConfig(
            false, false, false, false, false, false, new ExternalLinks("", false, false, false, true));
}
