package org.feedside.http;

/** The text of field values. */
public final class FieldText {
    private FieldText() {}

    /**
     * Returns a text without the white space around it: spaces and tabs only (RFC 9110, section 5.6.3). {@link
     * String#strip} also removes line feeds, vertical tabs and others, with which two servers could read different
     * requests (request smuggling).
     */
    public static String trimmed(String text) {
        var begin = 0;
        var end = text.length();
        while (begin < end && isWhitespace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    static boolean isWhitespace(char c) {
        return c == ' ' || c == '\t';
    }
}
