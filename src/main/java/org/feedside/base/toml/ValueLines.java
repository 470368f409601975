package org.feedside.base.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * A TOML text without its blank and comment lines. The time that tomlj 2.2 needs grows with the cube of the number of
 * consecutive blank and comment lines: 1,000 of them take 13 seconds. Lines inside a multi-line string stay.
 */
final class ValueLines {
    private static final char NONE = '\0';

    private final StringBuilder text = new StringBuilder();

    /** The line number that each line has in the original text. */
    private final List<Integer> numbers = new ArrayList<>();

    /** The quotation mark of the multi-line string that the current position is in, or NONE. */
    private char open = NONE;

    private ValueLines() {}

    static ValueLines of(String original) {
        var lines = new ValueLines();
        var number = 1;
        for (int start = 0; start <= original.length(); number++) {
            var newline = original.indexOf('\n', start);
            var end = newline < 0 ? original.length() : newline + 1;
            lines.add(original.substring(start, end), number);
            start = newline < 0 ? end + 1 : end;
        }
        return lines;
    }

    String text() {
        return text.toString();
    }

    /** The line number in the original text of a line of this text. */
    int number(int line) {
        return numbers.get(Math.min(line, numbers.size()) - 1);
    }

    private void add(String line, int number) {
        if (open == NONE && line.endsWith("\n") && isBlankOrComment(line)) {
            return;
        }
        text.append(line);
        numbers.add(number);
        for (int i = 0; i < line.length(); ) {
            i = open == NONE ? next(line, i) : close(line, i);
        }
    }

    /** Returns false for a comment with a forbidden character: the parser must report it. */
    private static boolean isBlankOrComment(String line) {
        var text = line.endsWith("\r\n") ? line.substring(0, line.length() - 2) : line.substring(0, line.length() - 1);
        var isComment = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            isComment |= c == '#';
            var isAllowed = c == '\t' || (isComment ? c >= ' ' && c < 0x7F : c == ' ');
            if (!isAllowed && !(isComment && Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the index after the character or string that starts at {@code i}. */
    private int next(String line, int i) {
        var c = line.charAt(i);
        if (c == '#') {
            return line.length();
        }
        if (c != '"' && c != '\'') {
            return i + 1;
        }
        if (line.startsWith(String.valueOf(c).repeat(3), i)) {
            open = c;
            return i + 3;
        }
        var end = end(line, i + 1, c, 1);
        return end < 0 ? line.length() : end;
    }

    /** Returns the index after the end of the open multi-line string, or the end of the line. */
    private int close(String line, int i) {
        var end = end(line, i, open, 3);
        if (end < 0) {
            return line.length();
        }
        // Up to two quotation marks directly before the closing three belong to the string.
        for (int more = 0; more < 2 && end < line.length() && line.charAt(end) == open; more++) {
            end++;
        }
        open = NONE;
        return end;
    }

    private static int end(String line, int from, char mark, int marks) {
        var closing = String.valueOf(mark).repeat(marks);
        for (int i = from; i < line.length(); i++) {
            if (mark == '"' && line.charAt(i) == '\\') {
                i++;
            } else if (line.startsWith(closing, i)) {
                return i + marks;
            }
        }
        return -1;
    }
}
