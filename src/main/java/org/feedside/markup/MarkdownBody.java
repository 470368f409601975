package org.feedside.markup;

/**
 * The Markdown of one page.
 *
 * @param file the page's file, for diagnostics
 * @param firstLine the line of the file at which {@code markdown} starts, counted from 1
 * @param linkedHeadings whether each heading links to itself ({@code insert_anchor_links = "heading"} of the page's
 *     section, otherwise of the configuration)
 * @param title the page's title; empty if it has none
 */
public record MarkdownBody(
        String file, int firstLine, String markdown, String permalink, boolean linkedHeadings, String title) {
    /** A page whose title is not needed. */
    public MarkdownBody(String file, int firstLine, String markdown, String permalink, boolean linkedHeadings) {
        this(file, firstLine, markdown, permalink, linkedHeadings, "");
    }

    /** A page whose headings are not links. */
    public MarkdownBody(String file, int firstLine, String markdown, String permalink) {
        this(file, firstLine, markdown, permalink, false);
    }

    MarkdownBody with(String text) {
        return new MarkdownBody(file, firstLine, text, permalink, linkedHeadings, title);
    }

    /** Returns whether the page is written in HTML, as Hugo and Jekyll also accept. */
    boolean isHtml() {
        return file.endsWith(".html");
    }

    /** Returns the base of relative URLs on the page: the permalink up to its last slash. */
    String folder() {
        return permalink.substring(0, permalink.lastIndexOf('/') + 1);
    }
}
