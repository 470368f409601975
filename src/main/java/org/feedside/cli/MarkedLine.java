package org.feedside.cli;

import java.util.regex.Pattern;
import org.feedside.base.text.PrintableText;

/**
 * A line of a file with a caret under one of its characters, as a terminal shows them.
 *
 * @param line the line, cut around the character and with spaces for tabs
 * @param indent the number of terminal columns before the character
 */
record MarkedLine(String line, int indent) {
    private static final int MAX_BEFORE = 60;
    private static final int MAX_AFTER = 40;
    private static final String CUT = "…";
    private static final String TAB = "    ";

    /** East Asian characters and emoji take two columns. */
    private static final Pattern WIDE = Pattern.compile("[\\u1100-\\u115F\\u2E80-\\u303E\\u3040-\\uA4CF\\uAC00-\\uD7A3"
            + "\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFF60\\uFFE0-\\uFFE6\\x{1F300}-\\x{1F64F}\\x{1F680}-\\x{1F6FF}"
            + "\\x{1F900}-\\x{1FAFF}\\x{20000}-\\x{3FFFD}]");

    /** Marks on another character take none. */
    private static final Pattern ZERO = Pattern.compile("[\\p{Mn}\\p{Me}\\p{Cf}]");

    /** Marks a column of a line; columns count UTF-16 units from 1. */
    static MarkedLine of(String line, int column) {
        var at = Math.min(column - 1, line.length());
        var start = at;
        while (start > 0 && width(line.substring(start, at)) < MAX_BEFORE) {
            start = line.offsetByCodePoints(start, -1);
        }
        var end = at;
        while (end < line.length() && width(line.substring(at, end)) < MAX_AFTER) {
            end = line.offsetByCodePoints(end, 1);
        }
        var before = (start > 0 ? CUT : "") + printed(line.substring(start, at));
        var after = printed(line.substring(at, end)) + (end < line.length() ? CUT : "");
        return new MarkedLine(before + after, width(before));
    }

    @Override
    public String toString() {
        return "    %s%n    %s^".formatted(line, " ".repeat(indent));
    }

    private static String printed(String text) {
        return PrintableText.name(text.replace("\t", TAB));
    }

    private static int width(String text) {
        var narrow = WIDE.matcher(text.replace("\t", TAB)).replaceAll("  ");
        return (int) ZERO.matcher(narrow).replaceAll("").codePoints().count();
    }
}
