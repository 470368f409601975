package org.feedside.markup.cleaning;

import java.util.stream.IntStream;
import org.feedside.base.text.XmlCharacters;
import org.feedside.markup.marks.Noncharacters;

/** What the HTML of a post may contain: the characters of XML without U+FFFD and the noncharacters of marks. */
public final class XmlText {
    private XmlText() {}

    public static boolean allows(int codePoint) {
        return XmlCharacters.isAllowed(codePoint)
                // The W3C validator warns about the replacement character: it is a sign of text in a wrong encoding.
                && codePoint != 0xFFFD
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

    /** Replaces each forbidden character by a placeholder of the same length, which {@link #of} removes. */
    public static String hideForbidden(String text) {
        return joined(text.codePoints().map(c -> allows(c) ? c : Noncharacters.REMOVED));
    }

    public static String of(String text) {
        return firstForbidden(text) == text.length()
                ? text
                : joined(text.codePoints().filter(XmlText::allows));
    }

    private static String joined(IntStream codePoints) {
        return codePoints
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
