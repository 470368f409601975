package org.feedside.markup.shortcodes;

/** A position in a text that moves forward. It never leaves its window, which limits the cost of a call. */
final class Cursor {
    /** In characters. Without a limit, each unclosed brace would cause a scan of the rest of the text. */
    static final int MAX_TAG_LENGTH = 8_000;

    private final String text;
    private final int limit;
    private int at;

    Cursor(String text, int at) {
        this.text = text;
        this.at = at;
        this.limit = Math.min(text.length(), at + MAX_TAG_LENGTH);
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at >= limit;
    }

    /** Returns the next character, or NUL at the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    char take() {
        var next = peek();
        at++;
        return next;
    }

    boolean take(String expected) {
        if (at + expected.length() <= limit && text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    void skipSpace() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    /** Reads a name of letters, digits, underscores and separators; empty if no name starts here. */
    String name() {
        var start = at;
        if (!Character.isLetter(peek()) && peek() != '_') {
            return "";
        }
        while (isNamePart(peek()) || (text.startsWith("::", at) && at + 2 < limit)) {
            at += peek() == ':' ? 2 : 1;
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }

    /** Reads the text up to a quote and the quote itself. Moves to the end if there is none. */
    String quoted(char quote) {
        var start = at;
        while (!atEnd() && peek() != quote) {
            at++;
        }
        var value = text.substring(start, Math.min(at, limit));
        at++;
        return value;
    }

    String since(int start) {
        return text.substring(start, Math.min(at, limit));
    }
}
