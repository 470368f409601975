package org.feedside.base.text;

/**
 * Text of files, names and other machines in one line for people: a character that would end the line, move a terminal's
 * cursor or turn the direction of writing shows as its number, {@code <U+000A>}, and the middle of a long text is left out.
 */
public final class PrintableText {
    private static final int HEAD = 800;
    private static final String GAP = " … ";
    private static final int TAIL = 400;

    private PrintableText() {}

    /** The text in one line. */
    public static String text(String text) {
        return shortened(escaped(text));
    }

    /** A name in one line, however long: the whole of it finds the file. */
    public static String name(String name) {
        return escaped(name);
    }

    private static String escaped(String text) {
        if (text.codePoints().noneMatch(PrintableText::isHarmful)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isHarmful(c)) {
                escaped.append("<U+%04X>".formatted(c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** The end stays, as it says what to do. */
    private static String shortened(String text) {
        if (text.length() <= HEAD + GAP.length() + TAIL) {
            return text;
        }
        return text.substring(0, whole(text, HEAD)) + GAP + text.substring(whole(text, text.length() - TAIL));
    }

    /** The offset, or the one before it where it would part a pair of surrogates. */
    private static int whole(String text, int offset) {
        return Character.isLowSurrogate(text.charAt(offset)) && Character.isHighSurrogate(text.charAt(offset - 1))
                ? offset - 1
                : offset;
    }

    private static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // Joiners make letters and emoji; the others of this kind only turn and hide.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
