package org.feedside.cli;

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

    /** Marks a column of a line; columns count UTF-16 units from 1. */
    static MarkedLine of(String line, int column) {
        var at = Math.min(column - 1, line.length());
        var start = at;
        for (var width = 0; start > 0; start -= Character.charCount(line.codePointBefore(start))) {
            width += width(line.codePointBefore(start));
            if (width > MAX_BEFORE) {
                break;
            }
        }
        var end = at;
        for (var width = 0;
                end < line.length() && width < MAX_AFTER;
                end += Character.charCount(line.codePointAt(end))) {
            width += width(line.codePointAt(end));
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
        return text.codePoints().map(MarkedLine::width).sum();
    }

    /** The columns of a character: East Asian characters and emoji take two, marks on another character none. */
    private static int width(int c) {
        if (c == '\t') {
            return TAB.length();
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F680 && c <= 0x1F6FF)
                || (c >= 0x1F900 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
