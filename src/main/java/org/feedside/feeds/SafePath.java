package org.feedside.feeds;

import java.nio.charset.StandardCharsets;

/** Checks that paths of documents stay inside the feeds folder. */
public final class SafePath {
    /** The maximum length of a file name in common file systems. */
    private static final int MAX_NAME_BYTES = 255;

    /** The maximum length of a path. Linux allows 4,096 bytes; the rest is left for the path of the feeds folder. */
    private static final int MAX_PATH_BYTES = 3_000;

    /** The maximum length of a name in UTF-16 units. It is below all limits of file systems. */
    private static final int MAX_NAME_LENGTH = 200;

    private SafePath() {}

    /** Whether a path stays below its root and means the same to file systems and browsers. */
    public static boolean isSafe(String path) {
        for (var part : path.split("/", -1)) {
            if (part.equals(".")
                    || part.equals("..")
                    || part.equals(".feedside")
                    || part.length() > MAX_NAME_LENGTH
                    || bytes(part) > MAX_NAME_BYTES) {
                return false;
            }
        }
        return bytes(path) <= MAX_PATH_BYTES && path.codePoints().noneMatch(c -> c == '\\' || isUnsafe(c));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether a character is for control, breaks a line, changes the direction of text, or is a lone surrogate. */
    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        };
    }
}
