package org.feedside.content;

import java.util.Optional;

/**
 * Where a text is parted by a mark. Whitespace may stand before the opening mark; the closing one is the first that ends its
 * line.
 *
 * @param valuesStart behind the opening mark, with the end of its line
 * @param valuesEnd before the closing mark
 * @param bodyStart at the first line behind it that is not empty, or at the end
 */
record FrontMatterBounds(int valuesStart, int valuesEnd, int bodyStart) {
    static Optional<FrontMatterBounds> of(String text, String mark) {
        var opening = spaceEnd(text, 0);
        var start = opening + mark.length();
        if (!text.startsWith(mark, opening) || !(text.startsWith("\n", start) || text.startsWith("\r\n", start))) {
            return Optional.empty();
        }
        for (int closing = text.indexOf(mark, text.indexOf('\n', start) + 1);
                closing >= 0;
                closing = text.indexOf(mark, closing + 1)) {
            var behind = closing + mark.length();
            var end = spaceEnd(text, behind);
            if (end == text.length()) {
                return Optional.of(new FrontMatterBounds(start, closing, end));
            }
            var lineEnd = text.lastIndexOf('\n', end - 1);
            if (lineEnd >= behind) {
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
