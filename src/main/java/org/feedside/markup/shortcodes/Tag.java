package org.feedside.markup.shortcodes;

import java.util.Map;

/**
 * A tag that Zola would not print as it is: text in double braces, or in braces with percent or number signs.
 *
 * @param name the name of the shortcode or statement; empty for a plain {@code end}
 * @param literal what to print for a {@link Kind#LITERAL}
 * @param start the offset at which it starts
 * @param end the offset after it
 */
record Tag(Kind kind, String name, Map<String, String> arguments, String literal, int start, int end) {
    enum Kind {
        /** A call without a body. */
        INLINE,
        /** The start of a call with a body. */
        OPEN,
        /** The start of a body if an end of the same name follows, otherwise a call without a body. */
        PERHAPS_OPEN,
        /** The end of a body. */
        CLOSE,
        /** A call in comment marks, printed without the marks. */
        LITERAL,
        /** A statement of Tera, such as {@code if}. */
        STATEMENT,
        COMMENT
    }

    static Tag call(Kind kind, String name, Map<String, String> arguments, int start, int end) {
        return new Tag(kind, name, arguments, "", start, end);
    }

    static Tag named(Kind kind, String name, int start, int end) {
        return call(kind, name, Map.of(), start, end);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isStatement(String keyword) {
        return kind == Kind.STATEMENT && name.equals(keyword);
    }
}
