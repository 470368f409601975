package org.feedside.markup.cleaning;

import org.jsoup.parser.Tag;

/** The names of HTML's elements. */
public final class HtmlElements {
    private HtmlElements() {}

    /** Returns whether a lower-case name is an element of HTML, SVG or MathML. */
    public static boolean isKnown(String name) {
        return Tag.isKnownTag(name);
    }
}
