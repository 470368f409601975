package org.feedside.feeds;

import java.nio.charset.StandardCharsets;

/** Keeps names of terms and sections from leaving the feeds folder. */
final class SafePath {
    /** Of a name in the file systems that are in use, and of a path with room for the folder of the feeds. */
    private static final int MOST_BYTES_OF_NAME = 255;

    private static final int MOST_BYTES = 3_000;

    private SafePath() {}

    /** Whether a path stays below its root and means the same to file systems and browsers. */
    static boolean isSafe(String path) {
        for (var part : path.split("/", -1)) {
            if (part.equals(".")
                    || part.equals("..")
                    || part.equals(".feedside")
                    || part.length() > 200
                    || bytes(part) > MOST_BYTES_OF_NAME) {
                return false;
            }
        }
        return bytes(path) <= MOST_BYTES && path.codePoints().noneMatch(c -> c == '\\' || isUnseen(c));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What breaks lines, turns the direction of writing, or is half a character. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        };
    }
}
