package org.feedside.base.toml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;

/**
 * Reads the subset of TOML that nearly all front matter uses: one key and value on each line, and tables of such keys. It
 * exists only for speed: the parser for all of TOML takes 20 times as long. For a text with anything else in it, valid or
 * not, the result is empty, and the complete parser must read the text.
 */
final class PlainToml {
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)?)?");

    /** A number with more digits may not fit into a long. */
    private static final int MAX_DIGITS = 18;

    private final String file;
    private final int firstLine;
    private final String text;
    private final List<Diagnostic> problems;
    private final Map<String, Value> top = new LinkedHashMap<>();
    private Map<String, Value> current = top;
    private Optional<Place> header = Optional.empty();
    private String headerKey = "";
    private int at;
    private int line;
    private int lineStart;

    private PlainToml(String file, int firstLine, String text, List<Diagnostic> problems) {
        this.file = file;
        this.firstLine = firstLine;
        this.text = text;
        this.problems = problems;
    }

    /** Returns the same as {@link Toml#read}, or empty if the text needs the complete parser. */
    static Optional<Table> read(String file, int firstLine, String text, List<Diagnostic> problems) {
        var reader = new PlainToml(file, firstLine, text, problems);
        return reader.readLines()
                ? Optional.of(new Table(reader.top, Place.startOf(file), problems))
                : Optional.empty();
    }

    private boolean readLines() {
        for (line = firstLine; at < text.length(); line++) {
            lineStart = at;
            if (!readLine() || !endsLine()) {
                return false;
            }
        }
        endTable();
        return true;
    }

    private boolean readLine() {
        skipSpace();
        return switch (peek()) {
            case '\n', '\r', '\0' -> true;
            case '#' -> {
                skipComment();
                yield true;
            }
            case '[' -> readHeader();
            default -> readPair();
        };
    }

    private boolean endsLine() {
        skipSpace();
        if (peek() == '\r') {
            at++;
        }
        if (at == text.length()) {
            return text.charAt(at - 1) != '\r';
        }
        return text.charAt(at++) == '\n';
    }

    private void skipComment() {
        while (at < text.length() && (peek() >= ' ' || peek() == '\t') && peek() != 0x7F) {
            at++;
        }
    }

    private boolean readHeader() {
        var place = place();
        at++;
        skipSpace();
        var key = bareKey();
        skipSpace();
        if (key.isEmpty() || peek() != ']' || top.containsKey(key)) {
            return false;
        }
        at++;
        endTable();
        header = Optional.of(place);
        headerKey = key;
        current = new LinkedHashMap<>();
        // Reserves the key's position; endTable() replaces the value.
        top.put(key, new Value("", place));
        return true;
    }

    private void endTable() {
        header.ifPresent(place -> top.put(headerKey, new Value(new Table(current, place, problems), place)));
    }

    private boolean readPair() {
        var place = place();
        var key = bareKey();
        skipSpace();
        if (key.isEmpty() || peek() != '=' || current.containsKey(key)) {
            return false;
        }
        at++;
        skipSpace();
        var value = peek() == '[' ? strings() : scalar();
        value.ifPresent(content -> current.put(key, new Value(content, place)));
        return value.isPresent();
    }

    private Optional<Object> strings() {
        var elements = new ArrayList<Value>();
        at++;
        skipSpace();
        while (peek() != ']') {
            var place = place();
            var element = string();
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(new Value(element.get(), place));
            skipSpace();
            if (peek() == ',') {
                at++;
                skipSpace();
            } else if (peek() != ']') {
                return Optional.empty();
            }
        }
        at++;
        return Optional.of(List.copyOf(elements));
    }

    private Optional<Object> scalar() {
        return peek() == '"' || peek() == '\'' ? string() : literal();
    }

    /** A string without escape sequences. */
    private Optional<Object> string() {
        var quote = peek();
        var start = at + 1;
        if (quote != '"' && quote != '\'') {
            return Optional.empty();
        }
        for (int end = start; end < text.length(); end++) {
            var c = text.charAt(end);
            if (c == quote) {
                at = end + 1;
                // Three quotation marks begin a multi-line string.
                return end == start && peek() == quote ? Optional.empty() : Optional.of(text.substring(start, end));
            }
            if ((c < ' ' && c != '\t') || c == 0x7F || (c == '\\' && quote == '"')) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Object> literal() {
        var start = at;
        while (at < text.length() && (isBare(peek()) || peek() == ':' || peek() == '+')) {
            at++;
        }
        var literal = text.substring(start, at);
        if (literal.equals("true") || literal.equals("false")) {
            return Optional.of(literal.equals("true"));
        }
        return isNumber(literal) ? Optional.of(Long.parseLong(literal)) : date(literal);
    }

    private static boolean isNumber(String literal) {
        return !literal.isEmpty()
                && literal.length() <= MAX_DIGITS
                && literal.chars().allMatch(c -> c >= '0' && c <= '9')
                && (literal.length() == 1 || literal.charAt(0) != '0');
    }

    private static Optional<Object> date(String literal) {
        var match = DATE.matcher(literal);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            if (match.group(1) == null) {
                LocalDate.parse(literal);
            } else if (match.group(2) == null) {
                LocalDateTime.parse(literal);
            } else {
                OffsetDateTime.parse(literal);
            }
            // Toml.timestamp does the same.
            return Optional.of(new Timestamp(literal.replaceFirst("[+-]00:00$", "Z")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String bareKey() {
        var start = at;
        while (at < text.length() && isBare(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Place place() {
        return new Place(file, line, at - lineStart + 1);
    }
}
