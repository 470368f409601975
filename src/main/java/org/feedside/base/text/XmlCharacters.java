package org.feedside.base.text;

import java.util.regex.Pattern;

/**
 * The characters that an XML 1.0 document may contain (XML 1.0, section 2.2), except the control characters above
 * ASCII, which XML discourages and validators report as errors.
 */
public final class XmlCharacters {
    private static final Pattern BREAK = Pattern.compile("[\\t-\\r\\x85\\u2028\\u2029]");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\x85\\u2028\\u2029]++");

    private XmlCharacters() {}

    /**
     * Returns a text of one line, such as a title or a name, without all other characters. If it has line ends or tabs, each
     * run of white space becomes a space: YAML keeps the line end of a folded text, which authors do not expect.
     */
    public static String line(String text) {
        return clean(
                BREAK.matcher(text).find()
                        ? WHITE_SPACE.matcher(text).replaceAll(" ").strip()
                        : text);
    }

    /** Returns the text without all other characters, with {@code \n} as the line ending. */
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(XmlCharacters::isAllowed)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Whether {@link #clean} would remove a character. */
    public static boolean hasForbidden(String text) {
        return text.codePoints().anyMatch(c -> !isAllowed(c));
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\r' || c > 0x7E || (c < 0x20 && c != '\n' && c != '\t')) {
                return c > 0x7E && !hasForbidden(text) && text.indexOf('\r') < 0;
            }
        }
        return true;
    }

    /** Whether a document may contain a character. */
    public static boolean isAllowed(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint <= 0x7E)
                || (codePoint >= 0xA0 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }
}
