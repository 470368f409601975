package org.feedside.markup.shortcodes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call (zola.md, section 10.1) or of a component (zola.md, section 10.2). */
final class Arguments {
    private static final String QUOTES = "\"'`";

    private Arguments() {}

    /** Reads {@code k=v, k=v)}. Returns empty if this is not a list of arguments, as in a formula. */
    static Optional<Map<String, String>> ofCall(Cursor cursor) {
        var arguments = new LinkedHashMap<String, String>();
        while (!cursor.atEnd()) {
            cursor.skipSpace();
            if (cursor.take(")")) {
                return Optional.of(arguments);
            }
            var name = cursor.name();
            cursor.skipSpace();
            if (name.isEmpty() || !cursor.take("=")) {
                return Optional.empty();
            }
            cursor.skipSpace();
            arguments.put(name, value(cursor, ",)"));
            cursor.take(",");
        }
        return Optional.empty();
    }

    /** Reads {@code k="v" k="v"} up to the end of a component's tag. Values without a name are numbered. */
    static Optional<Map<String, String>> ofComponent(Cursor cursor) {
        var arguments = new LinkedHashMap<String, String>();
        while (!cursor.atEnd()) {
            cursor.skipSpace();
            if (">/%".indexOf(cursor.peek()) >= 0) {
                return Optional.of(arguments);
            }
            var start = cursor.position();
            var name = cursor.name();
            if (!name.isEmpty() && cursor.take("=")) {
                arguments.put(name, value(cursor, " \t\r\n>"));
            } else {
                cursor.moveTo(start);
                arguments.put(Integer.toString(arguments.size()), value(cursor, " \t\r\n>"));
            }
        }
        return Optional.empty();
    }

    /** Reads a string, or any other expression as its source. */
    private static String value(Cursor cursor, String ends) {
        var start = cursor.position();
        var quote = cursor.peek();
        if (QUOTES.indexOf(quote) >= 0) {
            cursor.take();
            var string = cursor.quoted(quote);
            if (ends.indexOf(cursor.peek()) >= 0 || cursor.atEnd()) {
                return string;
            }
            skipExpression(cursor, ends);
            return string;
        }
        skipExpression(cursor, ends);
        return cursor.since(start).strip();
    }

    private static void skipExpression(Cursor cursor, String ends) {
        var depth = 0;
        while (!cursor.atEnd() && (depth > 0 || ends.indexOf(cursor.peek()) < 0)) {
            var c = cursor.take();
            if (QUOTES.indexOf(c) >= 0) {
                cursor.quoted(c);
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
        }
    }
}
