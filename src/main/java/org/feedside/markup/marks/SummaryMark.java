package org.feedside.markup.marks;

/** Stands in HTML where a page's summary ends: a comment, which every place of a document may hold. */
public final class SummaryMark {
    private static final String CLOSED = Noncharacters.SUMMARY + "closed";
    private static final String OPEN = Noncharacters.SUMMARY + "open";

    private SummaryMark() {}

    /** The mark; it is open if the summary ends within a paragraph, list or other block of Markdown. */
    public static String html(boolean open) {
        return "<!--" + (open ? OPEN : CLOSED) + "-->";
    }

    public static boolean isMark(String comment) {
        return comment.equals(OPEN) || comment.equals(CLOSED);
    }

    public static boolean isOpen(String comment) {
        return comment.equals(OPEN);
    }
}
