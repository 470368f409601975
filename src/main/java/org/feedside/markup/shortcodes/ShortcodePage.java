package org.feedside.markup.shortcodes;

import java.util.BitSet;

/** What the expansion of shortcodes must know of a page, and do with it. */
public interface ShortcodePage {
    String permalink();

    /** Which characters of a piece of Markdown are code. */
    BitSet code(String markdown);

    /** The HTML of a body, as part of the page. */
    String html(String markdown, ExpandedMarkdown body);

    /** A mistake of the author at a character of the page's text. */
    void warn(int offset, String message);
}
