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
 * Reads the TOML that nearly all front matter is written in: a key and a value on each line, and tables of such keys. It
 * exists for speed alone, as a grammar for all of TOML takes 20 times as long; where a text has anything else in it,
 * right or wrong, it says nothing, and the text is for the whole grammar.
 */
final class PlainToml {
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(Z|[+-](?!00:00)\\d\\d:\\d\\d)?)?");

    /** More digits may be more than a long holds. */
    private static final int MOST_DIGITS = 18;

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

    /** The same as {@link Toml#read}, or nothing. */
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
        return switch (here()) {
            case '\n', '\r', '\0' -> true;
            case '#' -> {
                skipRemark();
                yield true;
            }
            case '[' -> readHeader();
            default -> readPair();
        };
    }

    private boolean endsLine() {
        skipSpace();
        if (here() == '\r') {
            at++;
        }
        if (at == text.length()) {
            return text.charAt(at - 1) != '\r';
        }
        return text.charAt(at++) == '\n';
    }

    private void skipRemark() {
        while (at < text.length() && (here() >= ' ' || here() == '\t') && here() != 0x7F) {
            at++;
        }
    }

    private boolean readHeader() {
        var place = place();
        at++;
        skipSpace();
        var key = bareKey();
        skipSpace();
        if (key.isEmpty() || here() != ']' || top.containsKey(key)) {
            return false;
        }
        at++;
        endTable();
        header = Optional.of(place);
        headerKey = key;
        current = new LinkedHashMap<>();
        // Holds its place among the keys.
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
        if (key.isEmpty() || here() != '=' || current.containsKey(key)) {
            return false;
        }
        at++;
        skipSpace();
        var value = here() == '[' ? strings() : scalar();
        value.ifPresent(content -> current.put(key, new Value(content, place)));
        return value.isPresent();
    }

    private Optional<Object> strings() {
        var elements = new ArrayList<Value>();
        at++;
        skipSpace();
        while (here() != ']') {
            var place = place();
            var element = string();
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(new Value(element.get(), place));
            skipSpace();
            if (here() == ',') {
                at++;
                skipSpace();
            } else if (here() != ']') {
                return Optional.empty();
            }
        }
        at++;
        return Optional.of(List.copyOf(elements));
    }

    private Optional<Object> scalar() {
        return here() == '"' || here() == '\'' ? string() : word();
    }

    /** A text in which no character means another. */
    private Optional<Object> string() {
        var quote = here();
        var start = at + 1;
        if (quote != '"' && quote != '\'') {
            return Optional.empty();
        }
        for (int end = start; end < text.length(); end++) {
            var c = text.charAt(end);
            if (c == quote) {
                at = end + 1;
                // Three quotes begin a text of several lines.
                return end == start && here() == quote ? Optional.empty() : Optional.of(text.substring(start, end));
            }
            if ((c < ' ' && c != '\t') || c == 0x7F || (c == '\\' && quote == '"')) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Object> word() {
        var start = at;
        while (at < text.length() && (isBare(here()) || here() == ':' || here() == '+')) {
            at++;
        }
        var word = text.substring(start, at);
        if (word.equals("true") || word.equals("false")) {
            return Optional.of(word.equals("true"));
        }
        return isNumber(word) ? Optional.of(Long.parseLong(word)) : date(word);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && word.length() <= MOST_DIGITS
                && word.chars().allMatch(c -> c >= '0' && c <= '9')
                && (word.length() == 1 || word.charAt(0) != '0');
    }

    private static Optional<Object> date(String word) {
        var match = DATE.matcher(word);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            if (match.group(1) == null) {
                LocalDate.parse(word);
            } else if (match.group(2) == null) {
                LocalDateTime.parse(word);
            } else {
                OffsetDateTime.parse(word);
            }
            return Optional.of(new Timestamp(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String bareKey() {
        var start = at;
        while (at < text.length() && isBare(here())) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private void skipSpace() {
        while (here() == ' ' || here() == '\t') {
            at++;
        }
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Place place() {
        return new Place(file, line, at - lineStart + 1);
    }
}
