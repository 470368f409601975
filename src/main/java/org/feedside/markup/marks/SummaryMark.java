package org.feedside.markup.marks;

/** The end of a page's summary in HTML: a comment, which is allowed anywhere in a document. */
public final class SummaryMark {
    private static final String CLOSED = Noncharacters.SUMMARY + "closed";
    private static final String OPEN = Noncharacters.SUMMARY + "open";

    private SummaryMark() {}

    /** Returns the mark. It is open if the summary ends within a paragraph, list or other Markdown block. */
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
