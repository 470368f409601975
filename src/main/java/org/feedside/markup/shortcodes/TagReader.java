package org.feedside.markup.shortcodes;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.markup.shortcodes.Tag.Kind;

/**
 * Reads the tag that starts at a brace: shortcode calls of Zola up to 0.22, components and statements of Zola 0.23
 * (zola.md, sections 10.1 and 10.2), and similar syntax of other generators, such as Hugo's calls and Jekyll's code
 * blocks. All other braces are plain text, as in formulas.
 */
final class TagReader {
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:(?:set|set_global|if|elif|for|filter|include|import|extends"
                    + "|block|macro)\\s.*|else|endif|endfor|endfilter|raw|endraw|endset|endmacro|continue|break"
                    + "|endblock(?:\\s+\\w+)?)",
            Pattern.DOTALL);

    private static final Pattern UNREADABLE = Pattern.compile(
            "\\{\\{(?:<\\s*/\\*(?<printed>.*?)\\*/\\s*>|<(?!\\s*/\\*).*?>|%(?!\\s*/\\*).*?%)}}", Pattern.DOTALL);

    private static final String HIGHLIGHT = "highlight";

    private final int start;
    private final Cursor cursor;

    private TagReader(String text, int start) {
        this.start = start;
        this.cursor = new Cursor(text, start);
    }

    static Optional<Tag> at(String text, int start) {
        var reader = new TagReader(text, start);
        if (text.startsWith("{{", start)) {
            return reader.expression();
        }
        if (text.startsWith("{%", start)) {
            return reader.statement();
        }
        return text.startsWith("{# ", start) ? reader.comment() : Optional.empty();
    }

    /** Reads a call of Hugo that is not read otherwise: with any arguments, or in comment marks. */
    static Optional<Tag> unreadable(String text, int start) {
        var match = UNREADABLE.matcher(text).region(start, Math.min(text.length(), start + Cursor.MAX_TAG_LENGTH));
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        var printed = Optional.ofNullable(match.group("printed"));
        return Optional.of(printed.map(
                        inside -> new Tag(Kind.LITERAL, "", Map.of(), "{{<%s>}}".formatted(inside), start, match.end()))
                .orElseGet(() -> Tag.named(Kind.INLINE, "", start, match.end())));
    }

    private Optional<Tag> expression() {
        cursor.moveTo(start + 2);
        if (cursor.take("/*")) {
            return literal("{{", "*/}}", "}}");
        }
        var hugo = cursor.take("%");
        cursor.take("-");
        cursor.skipSpace();
        if (hugo) {
            return component("%}}");
        }
        return cursor.take("<") ? component("}}") : call(Kind.INLINE, "}}");
    }

    private Optional<Tag> statement() {
        cursor.moveTo(start + 2);
        if (cursor.take("/*")) {
            return literal("{%", "*/%}", "%}");
        }
        cursor.take("-");
        cursor.skipSpace();
        if (cursor.take("<")) {
            return component("%}");
        }
        var call = call(Kind.OPEN, "%}");
        return call.isPresent() ? call : keyword();
    }

    private Optional<Tag> comment() {
        cursor.moveTo(start + 2);
        while (!cursor.atEnd()) {
            if (cursor.take(" #}")) {
                return Optional.of(Tag.named(Kind.COMMENT, "", start, cursor.position()));
            }
            cursor.take();
        }
        return Optional.empty();
    }

    /** Reads a call in comment marks. If it is not a call, the marks are text. */
    private Optional<Tag> literal(String opening, String closing, String end) {
        var inside = cursor.position();
        cursor.skipSpace();
        var name = cursor.name();
        cursor.skipSpace();
        if (!name.equals("end")
                && (name.isEmpty()
                        || !cursor.take("(")
                        || Arguments.ofCall(cursor).isEmpty())) {
            return Optional.empty();
        }
        cursor.skipSpace();
        var printed = opening + cursor.since(inside) + end;
        return cursor.take(closing)
                ? Optional.of(new Tag(Kind.LITERAL, name, Map.of(), printed, start, cursor.position()))
                : Optional.empty();
    }

    private Optional<Tag> call(Kind kind, String end) {
        var nameStart = cursor.position();
        var name = cursor.name();
        cursor.skipSpace();
        if (name.isEmpty() || !cursor.take("(")) {
            cursor.moveTo(nameStart);
            return Optional.empty();
        }
        var arguments = Arguments.ofCall(cursor);
        if (arguments.isEmpty() || !takeEnd(end)) {
            cursor.moveTo(nameStart);
            return Optional.empty();
        }
        return Optional.of(Tag.call(kind, name, arguments.get(), start, cursor.position()));
    }

    /** Reads the end of a tag. Filters may precede it. */
    private boolean takeEnd(String end) {
        cursor.skipSpace();
        if (cursor.peek() == '|') {
            while (!cursor.atEnd() && "{}%".indexOf(cursor.peek()) < 0) {
                cursor.take();
            }
        }
        cursor.take("-");
        return cursor.take(end);
    }

    private Optional<Tag> component(String end) {
        cursor.skipSpace();
        var closes = cursor.take("/");
        cursor.skipSpace();
        var name = cursor.name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var arguments = Arguments.ofComponent(cursor);
        var closesItself = cursor.take("/");
        if (arguments.isEmpty() || (!end.equals("%}}") && !cursor.take(">")) || !takeEnd(end)) {
            return Optional.empty();
        }
        var kind = closes ? Kind.CLOSE : closesItself ? Kind.INLINE : end.equals("%}") ? Kind.OPEN : Kind.PERHAPS_OPEN;
        return Optional.of(Tag.call(kind, name, arguments.get(), start, cursor.position()));
    }

    private Optional<Tag> keyword() {
        var insideStart = cursor.position();
        while (!cursor.atEnd() && "{}".indexOf(cursor.peek()) < 0) {
            cursor.take();
        }
        cursor.moveTo(cursor.position() - 1);
        if (cursor.position() < insideStart) {
            return Optional.empty();
        }
        var inside = cursor.since(insideStart).replaceFirst("\\s*-?\\s*$", "");
        if (!cursor.take("%}")) {
            return Optional.empty();
        }
        if (inside.equals("end")) {
            return Optional.of(Tag.named(Kind.CLOSE, "", start, cursor.position()));
        }
        if (inside.startsWith(HIGHLIGHT + " ") || inside.equals("end" + HIGHLIGHT)) {
            var kind = inside.startsWith("end") ? Kind.CLOSE : Kind.OPEN;
            return Optional.of(Tag.named(kind, HIGHLIGHT, start, cursor.position()));
        }
        return STATEMENT.matcher(inside).matches()
                ? Optional.of(Tag.named(Kind.STATEMENT, inside.split("\\s", 2)[0], start, cursor.position()))
                : Optional.empty();
    }
}
