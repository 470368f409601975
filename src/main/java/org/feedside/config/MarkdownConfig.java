package org.feedside.config;

/**
 * The keys of Zola's {@code [markdown]} table that affect the HTML of entries.
 *
 * @param linkedHeadings whether {@code insert_anchor_links} is {@code heading}: then each heading is a link to itself.
 *     The links that its other values put beside headings belong to the site's pages only and are omitted
 * @param linksAddresses whether addresses in texts become links, as in Hugo: Zola has no such key
 * @param templates what is known about the template syntax in posts
 */
public record MarkdownConfig(
        boolean smartPunctuation,
        boolean definitionList,
        boolean githubAlerts,
        boolean renderEmoji,
        boolean bottomFootnotes,
        boolean linkedHeadings,
        boolean linksAddresses,
        ExternalLinks externalLinks,
        Templates templates) {

    /** The attributes that Zola adds to links to other sites; {@code cssClass} is empty for none. */
    public record ExternalLinks(
            String cssClass, boolean targetBlank, boolean noFollow, boolean noReferrer, boolean external) {}

    /**
     * The values that the templates in posts of another generator can refer to.
     *
     * @param title the title of the site
     */
    public record Templates(Generator generator, String baseUrl, String title) {
        public static final Templates NONE = new Templates(Generator.ZOLA, "", "");
    }

    /** Zola's own defaults. */
    public static final MarkdownConfig DEFAULT = new MarkdownConfig(
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            new ExternalLinks("", false, false, false, true),
            Templates.NONE);
}
