package org.feedside.feeds;

/** Keeps names of terms and sections from leaving the feeds folder. */
final class SafePath {
    private SafePath() {}

    /** Whether a path stays below its root and means the same to file systems and browsers. */
    static boolean isSafe(String path) {
        for (var part : path.split("/", -1)) {
            if (part.equals(".") || part.equals("..") || part.equals(".feedside") || part.length() > 200) {
                return false;
            }
        }
        return path.chars().noneMatch(c -> c < 0x20 || c == 0x7F || c == '\\');
    }
}
