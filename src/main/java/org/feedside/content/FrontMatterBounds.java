package org.feedside.content;

import java.util.Optional;

/**
 * The positions of front matter and body in a text.
 *
 * @param valuesStart the end of the opening mark, before or after its line break
 * @param valuesEnd the start of the closing mark
 * @param bodyStart the start of the first line of the body, or the end of the text
 */
record FrontMatterBounds(int valuesStart, int valuesEnd, int bodyStart) {
    /**
     * Finds the front matter as Zola does. White space may precede the opening mark. The closing mark is the first with
     * only white space after it on its line. Blank lines after it do not belong to the body.
     */
    static Optional<FrontMatterBounds> of(String text, String mark) {
        var opening = spaceEnd(text, 0);
        var start = opening + mark.length();
        if (!text.startsWith(mark, opening) || !(text.startsWith("\n", start) || text.startsWith("\r\n", start))) {
            return Optional.empty();
        }
        for (int closing = text.indexOf(mark, text.indexOf('\n', start) + 1);
                closing >= 0;
                closing = text.indexOf(mark, closing + 1)) {
            var markEnd = closing + mark.length();
            var end = spaceEnd(text, markEnd);
            if (end == text.length()) {
                return Optional.of(new FrontMatterBounds(start, closing, end));
            }
            var lineEnd = text.lastIndexOf('\n', end - 1);
            if (lineEnd >= markEnd) {
                return Optional.of(new FrontMatterBounds(start, closing, lineEnd + 1));
            }
        }
        return Optional.empty();
    }

    private static int spaceEnd(String text, int start) {
        var end = start;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
