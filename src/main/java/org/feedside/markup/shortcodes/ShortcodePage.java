package org.feedside.markup.shortcodes;

import java.util.BitSet;
import org.feedside.markup.marks.HtmlLimit;

/** What the expansion of shortcodes needs from the page. */
public interface ShortcodePage {
    String permalink();

    /** Returns the limit of all replacements together. */
    HtmlLimit limit();

    /** Returns which characters of the Markdown are code. */
    BitSet code(String markdown);

    /** Renders a body as part of the page. */
    String html(String markdown, ExpandedMarkdown body);

    /** Reports a mistake of the author at a character of the page's text. */
    void warn(int offset, String message);
}
