package org.feedside.tools.setup;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes words as the files of nginx, Caddy, Apache and systemd have them. */
final class ConfigQuoting {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}/._+@:~,-]+");

    private ConfigQuoting() {}

    /** A path, in quotes if it needs them. */
    static String quoted(Path path) {
        return quoted(path.toString());
    }

    static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A regular expression, in which a backslash means itself. */
    static String quotedPattern(String pattern) {
        return '"' + pattern.replace("\"", "\\\"") + '"';
    }

    /** A text of HTML, also between quotes. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
