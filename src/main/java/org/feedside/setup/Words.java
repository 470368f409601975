package org.feedside.setup;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes words as the files of nginx, Caddy, Apache and systemd have them. */
final class Words {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}/._+@:~,-]+");

    private Words() {}

    /** A path, in quotes if it needs them. */
    static String quoted(Path path) {
        var text = path.toString();
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** A regular expression, in which a backslash means itself. */
    static String quotedPattern(String pattern) {
        return '"' + pattern.replace("\"", "\\\"") + '"';
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A text of HTML, also between quotes. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
