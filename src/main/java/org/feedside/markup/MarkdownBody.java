package org.feedside.markup;

/**
 * The Markdown of one page.
 *
 * @param file the page's file, as diagnostics name it
 * @param firstLine the line of the file at which {@code markdown} starts, from 1
 * @param permalink the page's absolute URL
 * @param linkedHeadings whether the text of each heading links to the heading ({@code insert_anchor_links = "heading"} of the
 *     page's section, else of the configuration)
 */
public record MarkdownBody(String file, int firstLine, String markdown, String permalink, boolean linkedHeadings) {
    /** A page whose headings are plain. */
    public MarkdownBody(String file, int firstLine, String markdown, String permalink) {
        this(file, firstLine, markdown, permalink, false);
    }

    /** The URL that relative addresses on the page start from: the permalink, up to its last slash. */
    String folder() {
        return permalink.substring(0, permalink.lastIndexOf('/') + 1);
    }
}
