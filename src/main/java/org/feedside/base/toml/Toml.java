package org.feedside.base.toml;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** Reads TOML 1.1, as Zola does since 0.22; every TOML 1.0 text is one. */
public final class Toml {
    /** Behind these a mistake mostly follows from one before. */
    private static final int MOST_MISTAKES = 20;

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
     * Reads a text.
     *
     * @param file the file's name for diagnostics
     * @param firstLine the line of the file at which the text starts
     * @param problems where problems are noted, those of later typed reads too
     * @return nothing if the text is not TOML
     */
    public static Optional<Table> read(String file, int firstLine, String text, List<Diagnostic> problems) {
        return PlainToml.read(file, firstLine, text, problems).or(() -> readAll(file, firstLine, text, problems));
    }

    /** As {@link #read}, by the whole grammar. */
    static Optional<Table> readAll(String file, int firstLine, String text, List<Diagnostic> problems) {
        return new Toml(file, firstLine, text, problems).read();
    }

    private Optional<Table> read() {
        try {
            var result = org.tomlj.Toml.parse(lines.text(), TomlVersion.V1_1_0);
            if (result.hasErrors()) {
                result.errors().stream()
                        .map(e -> Diagnostic.error(place(e.position()), "this is not valid TOML: " + e.getMessage()))
                        .sorted()
                        .limit(MOST_MISTAKES)
                        .forEach(problems::add);
                return Optional.empty();
            }
            return Optional.of(table(result, Place.startOf(file)));
        } catch (NullPointerException | StackOverflowError | AssertionError e) {
            // tomlj 2.2 stumbles over a few malformed inline tables, as in "e={1,# }", and headers, and over very deep
            // nesting.
            problems.add(Diagnostic.error(
                    new Place(file, firstLine, 1), "this is not valid TOML: look for a malformed or very deep table"));
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

    private static Timestamp timestamp(TemporalAccessor time) {
        if (time instanceof OffsetDateTime dateTime) {
            // tomlj no longer knows whether +00:00 or Z was written; nearly all write Z.
            var offset = dateTime.getOffset().equals(ZoneOffset.UTC)
                    ? "Z"
                    : dateTime.getOffset().getId();
            return new Timestamp(dateTime.toLocalDate() + "T" + clock(dateTime.toLocalTime()) + offset);
        } else if (time instanceof LocalDateTime dateTime) {
            return new Timestamp(dateTime.toLocalDate() + "T" + clock(dateTime.toLocalTime()));
        } else if (time instanceof LocalTime local) {
            return new Timestamp(clock(local));
        } else if (time instanceof LocalDate date) {
            return new Timestamp(date.toString());
        }
        throw new IllegalArgumentException("not a time of TOML: " + time.getClass());
    }

    private static String clock(LocalTime time) {
        var text = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
        if (time.getNano() == 0) {
            return text;
        }
        return text + "." + "%09d".formatted(time.getNano()).replaceAll("0+$", "");
    }

    private Place place(TomlPosition position) {
        return new Place(file, firstLine - 1 + lines.number(position.line()), position.column());
    }
}
