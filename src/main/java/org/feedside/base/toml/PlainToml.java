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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;

/**
 * Reads the subset of TOML that nearly all front matter uses: one key and value on each line, and tables of such keys. It
 * exists only for speed: the parser for all of TOML takes at least six times as long. For a text with anything else in
 * it, valid or not, the result is empty, and the complete parser must read the text.
 */
final class PlainToml {
    private static final String CONTROLS = "\\x00-\\x08\\n-\\x1F\\x7F";
    /** A line up to its value: white space, then the header of a table or a key, if there is one. */
    private static final Pattern START =
            Pattern.compile("[ \\t]*+(?:(\\[)[ \\t]*+([\\w-]++)[ \\t]*+]|([\\w-]++)[ \\t]*+=[ \\t]*+)?");

    private static final Pattern END = Pattern.compile("[ \\t]*+(?:#[^" + CONTROLS + "]*+)?(?:\\r?\\n|\\z)");
    /** A string without escape sequences. Three quotation marks begin a multi-line string. */
    private static final Pattern STRING =
            Pattern.compile("(?!\"\"\"|''')(?:\"[^\"\\\\%1$s]*+\"|'[^'%1$s]*+')".formatted(CONTROLS));

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)?)?");
    /** A number with more digits may not fit into a long. */
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

    private static final Pattern BOOLEAN = Pattern.compile("true|false");
    private static final Pattern ARRAY_START = Pattern.compile("\\[[ \\t]*+");
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*+(?:,[ \\t]*+|(?=]))");
    private static final Pattern ARRAY_END = Pattern.compile("]");

    private final String file;
    private final List<Diagnostic> problems;
    private final String text;
    private final Matcher matcher;
    private final Map<String, Value> top = new LinkedHashMap<>();
    private Map<String, Value> current = top;
    private Runnable closeTable = () -> {};
    private int at;
    private int line;
    private int lineStart;

    private PlainToml(String file, int firstLine, String text, List<Diagnostic> problems) {
        this.file = file;
        this.problems = problems;
        this.text = text;
        this.matcher = END.matcher(text);
        this.line = firstLine;
    }

    /** Returns the same as {@link Toml#read}, or empty if the text needs the complete parser. */
    static Optional<Table> read(String file, int firstLine, String text, List<Diagnostic> problems) {
        var reader = new PlainToml(file, firstLine, text, problems);
        return reader.readLines()
                ? Optional.of(new Table(reader.top, Place.startOf(file), problems))
                : Optional.empty();
    }

    private boolean readLines() {
        for (; at < text.length(); line++) {
            lineStart = at;
            if (!readLine() || !take(END)) {
                return false;
            }
        }
        closeTable.run();
        return true;
    }

    private boolean readLine() {
        take(START);
        var header = Optional.ofNullable(matcher.group(2));
        var key = Optional.ofNullable(matcher.group(3));
        if (header.isPresent()) {
            return openTable(header.get(), place(matcher.start(1)));
        }
        return key.isEmpty() || readValue(key.get(), place(matcher.start(3)));
    }

    private boolean openTable(String key, Place place) {
        closeTable.run();
        Map<String, Value> values = new LinkedHashMap<>();
        current = values;
        closeTable = () -> top.put(key, new Value(new Table(values, place, problems), place));
        // Reserves the key's position; closeTable replaces the value.
        return top.putIfAbsent(key, new Value("", place)) == null;
    }

    private boolean readValue(String key, Place place) {
        var value = take(ARRAY_START) ? strings() : string().or(this::literal);
        return value.isPresent() && current.putIfAbsent(key, new Value(value.get(), place)) == null;
    }

    private Optional<Object> strings() {
        var elements = new ArrayList<Value>();
        while (!take(ARRAY_END)) {
            var place = place(at);
            var element = string();
            if (element.isEmpty() || !take(SEPARATOR)) {
                return Optional.empty();
            }
            elements.add(new Value(element.get(), place));
        }
        return Optional.of(List.copyOf(elements));
    }

    private Optional<Object> string() {
        return take(STRING) ? Optional.of(text.substring(matcher.start() + 1, at - 1)) : Optional.empty();
    }

    private Optional<Object> literal() {
        if (take(BOOLEAN)) {
            return Optional.of(Boolean.valueOf(matcher.group()));
        }
        if (!take(DATE)) {
            return take(NUMBER) ? Optional.of(Long.valueOf(matcher.group())) : Optional.empty();
        }
        var date = matcher.group();
        try {
            if (matcher.group(1) == null) {
                LocalDate.parse(date);
            } else if (matcher.group(2) == null) {
                LocalDateTime.parse(date);
            } else {
                OffsetDateTime.parse(date);
            }
            // Toml.timestamp does the same.
            return Optional.of(new Timestamp(date.replaceFirst("[+-]00:00$", "Z")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Moves past the text that a pattern matches here; returns false if it does not match. */
    private boolean take(Pattern pattern) {
        var isFound = matcher.usePattern(pattern).region(at, text.length()).lookingAt();
        at = isFound ? matcher.end() : at;
        return isFound;
    }

    private Place place(int start) {
        return new Place(file, line, start - lineStart + 1);
    }
}
