package org.feedside.base.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * A TOML text without the lines that say nothing: the time that tomlj 2.2 takes grows with the cube of how many empty
 * lines and remarks stand together, to 13 seconds for 1,000. Those within a string of several lines stay.
 */
final class ValueLines {
    private static final char NONE = '\0';

    private final StringBuilder text = new StringBuilder();

    /** The line of the whole text that each line stands in. */
    private final List<Integer> numbers = new ArrayList<>();

    /** The quotation mark of a string of several lines that goes on. */
    private char open = NONE;

    private ValueLines() {}

    static ValueLines of(String whole) {
        var lines = new ValueLines();
        var number = 1;
        for (int start = 0; start <= whole.length(); number++) {
            var newline = whole.indexOf('\n', start);
            var end = newline < 0 ? whole.length() : newline + 1;
            lines.add(whole.substring(start, end), number);
            start = newline < 0 ? end + 1 : end;
        }
        return lines;
    }

    String text() {
        return text.toString();
    }

    /** The line of the whole text in which a line of this one stands. */
    int number(int line) {
        return numbers.get(Math.min(line, numbers.size()) - 1);
    }

    private void add(String line, int number) {
        if (open == NONE && line.endsWith("\n") && saysNothing(line)) {
            return;
        }
        text.append(line);
        numbers.add(number);
        for (int i = 0; i < line.length(); ) {
            i = open == NONE ? next(line, i) : close(line, i);
        }
    }

    /** A remark with a character that none may hold is a mistake to be told. */
    private static boolean saysNothing(String line) {
        var text = line.endsWith("\r\n") ? line.substring(0, line.length() - 2) : line.substring(0, line.length() - 1);
        var isRemark = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            isRemark |= c == '#';
            var isAllowed = c == '\t' || (isRemark ? c >= ' ' && c < 0x7F : c == ' ');
            if (!isAllowed && !(isRemark && Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return true;
    }

    /** Goes over one character or one string, from {@code i}. */
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

    /** Goes to the end of a string of several lines, or of the line. */
    private int close(String line, int i) {
        var end = end(line, i, open, 3);
        if (end < 0) {
            return line.length();
        }
        // Up to two marks before the three that close it belong to the string.
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
