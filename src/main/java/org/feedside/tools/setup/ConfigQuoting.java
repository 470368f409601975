package org.feedside.tools.setup;

import java.util.regex.Pattern;

/** Quotes values for the configuration files of nginx, Caddy, Apache and systemd. */
final class ConfigQuoting {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}/._+@:~,-]+");

    private ConfigQuoting() {}

    /** Returns a word, quoted if necessary. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Returns a regular expression for a file in which a backslash is literal. */
    static String quotedPattern(String pattern) {
        return '"' + pattern.replace("\"", "\\\"") + '"';
    }

    /** Returns text escaped for HTML content and attributes. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
