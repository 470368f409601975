package org.feedside.markup.cleaning;

import org.feedside.markup.marks.Noncharacters;

/**
 * The characters that a feed may contain: those of XML 1.0 without the C1 controls and U+FFFD, about which the W3C
 * validator warns, and without the noncharacters that serve as marks.
 */
public final class XmlText {
    private XmlText() {}

    public static boolean allows(int codePoint) {
        if (codePoint < 0x20) {
            return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        }
        return !(codePoint >= 0x7F && codePoint <= 0x9F)
                && !(codePoint >= 0xD800 && codePoint <= 0xDFFF)
                && codePoint != 0xFFFD
                && codePoint != 0xFFFE
                && codePoint != 0xFFFF
                && !Noncharacters.contains(codePoint);
    }

    /** Returns the index of the first character that a feed may not contain, or the text's length if there is none. */
    public static int firstForbidden(String text) {
        for (int i = 0; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            if (!allows(codePoint)) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return text.length();
    }

    /**
     * Replaces each forbidden character by a placeholder of the same length, which {@link #of} removes, so that offsets
     * stay valid.
     */
    public static String hideForbidden(String text) {
        var hidden = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            hidden.appendCodePoint(allows(codePoint) ? codePoint : Noncharacters.REMOVED);
            i += Character.charCount(codePoint);
        }
        return hidden.toString();
    }

    public static String of(String text) {
        if (firstForbidden(text) == text.length()) {
            return text;
        }
        var allowed = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::allows).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
