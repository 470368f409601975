package org.feedside.markup;

/**
 * The Markdown of one page.
 *
 * @param file the page's file, for diagnostics
 * @param firstLine the line of the file at which {@code markdown} starts, counted from 1
 * @param linkedHeadings whether each heading links to itself ({@code insert_anchor_links = "heading"} of the page's
 *     section, otherwise of the configuration)
 */
public record MarkdownBody(String file, int firstLine, String markdown, String permalink, boolean linkedHeadings) {
    /** A page whose headings are not links. */
    public MarkdownBody(String file, int firstLine, String markdown, String permalink) {
        this(file, firstLine, markdown, permalink, false);
    }

    /** Returns the base of relative URLs on the page: the permalink up to its last slash. */
    String folder() {
        return permalink.substring(0, permalink.lastIndexOf('/') + 1);
    }
}
