package org.feedside.markup.dialect;

import org.feedside.markup.marks.HtmlLimit;

/** What rendering needs from the page. Offsets count the characters of the Markdown. */
public interface PageResolver {
    /**
     * Reserves characters of the page's limit for the URL and title of a link or image. Returns false once the limit is
     * exceeded. Without the limit, a short text that refers to a long definition many times would become a very long
     * page.
     */
    boolean reserve(int characters, int offset);

    HtmlLimit limit();

    String link(String destination, int offset);

    String image(String destination, int offset);

    /** Returns code as the author wrote it, without placeholders. */
    String code(String literal);

    /** Returns whether a placeholder that is the only text of a paragraph represents a block. */
    boolean isBlock(String placeholder);

    boolean linksHeadings();
}
