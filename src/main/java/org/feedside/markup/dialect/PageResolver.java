package org.feedside.markup.dialect;

/** What rendering must ask about the page. Offsets count the characters of the Markdown. */
public interface PageResolver {
    /** Whether so many more characters of addresses may come: one definition used often makes any number of a short text. */
    boolean affords(int characters, int offset);

    /** Where a link leads. */
    String link(String destination, int offset);

    /** Where an image is. */
    String image(String destination, int offset);

    /** Code as the author wrote it, without placeholders. */
    String code(String literal);

    /** Whether the only text of a paragraph, a placeholder, stands for a block. */
    boolean isBlock(String placeholder);

    /** Whether headings link to themselves. */
    boolean linksHeadings();
}
