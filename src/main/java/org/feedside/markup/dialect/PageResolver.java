package org.feedside.markup.dialect;

/** What rendering needs from the page. Offsets count the characters of the Markdown. */
public interface PageResolver {
    /**
     * Returns whether this many more characters of URLs are allowed. A short text can refer to one long definition many
     * times.
     */
    boolean affords(int characters, int offset);

    /** Returns the URL of a link. */
    String link(String destination, int offset);

    /** Returns the URL of an image. */
    String image(String destination, int offset);

    /** Returns code as the author wrote it, without placeholders. */
    String code(String literal);

    /** Returns whether a placeholder that is the only text of a paragraph represents a block. */
    boolean isBlock(String placeholder);

    /** Returns whether headings link to themselves. */
    boolean linksHeadings();
}
