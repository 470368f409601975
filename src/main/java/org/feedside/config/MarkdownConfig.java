package org.feedside.config;

/** The keys of Zola's {@code [markdown]} table that decide what a page's HTML says. */
public record MarkdownConfig(
        boolean smartPunctuation,
        boolean definitionList,
        boolean githubAlerts,
        boolean renderEmoji,
        boolean bottomFootnotes,
        ExternalLinks externalLinks) {

    /** What Zola adds to links to other sites; {@code class} is a CSS class, empty for none. */
    public record ExternalLinks(
            String cssClass, boolean targetBlank, boolean noFollow, boolean noReferrer, boolean external) {}

    /** Zola's own defaults. */
    public static final MarkdownConfig DEFAULT =
            new MarkdownConfig(false, false, false, false, false, new ExternalLinks("", false, false, false, true));
}
