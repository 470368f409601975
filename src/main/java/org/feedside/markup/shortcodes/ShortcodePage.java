package org.feedside.markup.shortcodes;

import java.util.BitSet;
import java.util.Optional;
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

    /** Returns whether a call that cannot be rendered is left out and counted, and does not become a link to the page. */
    boolean leavesOut(int offset);

    /** Returns the address of the page that a call of this name refers to, as Hugo's {@code ref} does. */
    Optional<String> reference(String name, String target, int offset);

    /** Reports a mistake of the author at a character of the page's text. */
    void warn(int offset, String message);
}
