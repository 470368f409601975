package org.feedside.base.text;

/**
 * Makes text from files, file names and other hosts safe to print on one line. Characters that would end the line, move a
 * terminal's cursor or change the direction of writing are shown as code points, {@code <U+000A>}; the middle of a long text
 * is omitted.
 */
public final class PrintableText {
    private static final int HEAD = 800;
    private static final String GAP = " … ";
    private static final int TAIL = 400;

    private PrintableText() {}

    /** Returns the text on one line, shortened to about 1,200 characters. */
    public static String text(String text) {
        return shortened(name(text));
    }

    /** Returns a name on one line, never shortened: only the complete name finds the file. */
    public static String name(String text) {
        if (text.codePoints().noneMatch(PrintableText::isUnprintable)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isUnprintable(c)) {
                escaped.append("<U+%04X>".formatted(c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Returns a number with its noun: {@code 1 feed}, {@code 2 feeds}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Keeps the end, because a message ends with what to do. */
    private static String shortened(String text) {
        if (text.length() <= HEAD + GAP.length() + TAIL) {
            return text;
        }
        return text.substring(0, boundary(text, HEAD)) + GAP + text.substring(boundary(text, text.length() - TAIL));
    }

    /** Returns the offset, or the one before it if the offset would split a surrogate pair. */
    private static int boundary(String text, int offset) {
        return Character.isLowSurrogate(text.charAt(offset)) && Character.isHighSurrogate(text.charAt(offset - 1))
                ? offset - 1
                : offset;
    }

    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // Joiners are part of letters and emoji; the other format characters only hide text or change its
            // direction.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
