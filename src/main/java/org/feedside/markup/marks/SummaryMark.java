package org.feedside.markup.marks;

/** The end of a page's summary in HTML: a comment, which is allowed anywhere in a document. */
public final class SummaryMark {
    /** The text of the comment after a whole block. */
    public static final String COMMENT = Noncharacters.SUMMARY + "closed";

    private static final String OPEN = Noncharacters.SUMMARY + "open";

    private SummaryMark() {}

    /** Returns the mark. It is open if the summary ends within a paragraph, list or other Markdown block. */
    public static String html(boolean open) {
        return "<!--" + (open ? OPEN : COMMENT) + "-->";
    }

    public static boolean isMark(String comment) {
        return comment.equals(OPEN) || comment.equals(COMMENT);
    }

    public static boolean isOpen(String comment) {
        return comment.equals(OPEN);
    }
}
