package org.feedside.base.toml;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** Reads TOML 1.1, as Zola does since 0.22; every TOML 1.0 text is also TOML 1.1. */
public final class Toml {
    /** Limits the errors of one text: further errors mostly follow from earlier ones. */
    private static final int MAX_ERRORS = 20;

    private final String file;
    private final int firstLine;
    private final ValueLines lines;
    private final List<Diagnostic> problems;

    private Toml(String file, int firstLine, String text, List<Diagnostic> problems) {
        this.file = file;
        this.firstLine = firstLine;
        this.lines = ValueLines.of(text);
        this.problems = problems;
    }

    /**
     * Reads a document.
     *
     * @param file the file's name for diagnostics
     * @param firstLine the line of the file at which the text starts
     * @param problems receives the problems, also those of later typed reads
     * @return empty if the text is not TOML
     */
    public static Optional<Table> read(String file, int firstLine, String text, List<Diagnostic> problems) {
        return PlainToml.read(file, firstLine, text, problems).or(() -> readAll(file, firstLine, text, problems));
    }

    /** Reads a settings file. A text with control characters is no string in it: a read of it is an error. */
    public static Optional<Table> settings(String file, String text, List<Diagnostic> problems) {
        return read(file, 1, text, problems).map(Table::withControlTexts);
    }

    /** Reads like {@link #read}, but always with the complete grammar. */
    static Optional<Table> readAll(String file, int firstLine, String text, List<Diagnostic> problems) {
        return new Toml(file, firstLine, text, problems).read();
    }

    private Optional<Table> read() {
        try {
            var result = org.tomlj.Toml.parse(lines.text(), TomlVersion.V1_1_0);
            if (result.hasErrors()) {
                result.errors().stream()
                        .map(e -> Code.SYNTAX.error(place(e.position()), "this is not valid TOML: " + e.getMessage()))
                        .sorted()
                        .limit(MAX_ERRORS)
                        .forEach(problems::add);
                return Optional.empty();
            }
            return Optional.of(table(result, Place.startOf(file)));
        } catch (NullPointerException | StackOverflowError | AssertionError e) {
            // tomlj 2.2 throws these for some malformed inline tables, such as "e={1,# }", for some malformed headers,
            // and for very deep nesting.
            problems.add(Code.SYNTAX.error(
                    new Place(file, firstLine, 1),
                    "this is not valid TOML: check for a malformed or deeply nested table"));
            return Optional.empty();
        }
    }

    private Table table(TomlTable source, Place place) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (var entry : source.entrySet()) {
            var key = entry.getKey();
            var where = Optional.ofNullable(source.inputPositionOf(List.of(key)));
            var at = where.map(this::place).orElse(place);
            values.put(key, value(entry.getValue(), at));
        }
        return new Table(values, place, problems);
    }

    private Value value(Object source, Place place) {
        if (source instanceof TomlTable inner) {
            return new Value(table(inner, place), place);
        } else if (source instanceof TomlArray array) {
            var elements = new ArrayList<Value>(array.size());
            for (int i = 0; i < array.size(); i++) {
                elements.add(value(array.get(i), place(array.inputPositionOf(i))));
            }
            return new Value(List.copyOf(elements), place);
        } else if (source instanceof TemporalAccessor time) {
            return new Value(timestamp(time), place);
        }
        return new Value(source, place);
    }

    /** Writes a time as in TOML. tomlj does not keep whether +00:00 or Z was written; Z is far more common. */
    private static Timestamp timestamp(TemporalAccessor time) {
        var formatter = time instanceof LocalTime
                ? DateTimeFormatter.ISO_LOCAL_TIME
                : time instanceof LocalDate ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_DATE_TIME;
        return new Timestamp(formatter.format(time));
    }

    private Place place(TomlPosition position) {
        return new Place(file, firstLine - 1 + lines.number(position.line()), position.column());
    }
}
