package org.feedside.base.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.text.Suggestion;

/**
 * A TOML table, with its keys in the order of the file. A typed read returns empty if the key is missing, and also if the
 * value has another type; the latter adds an error at the key's place.
 */
public final class Table {
    private final Map<String, Value> values;
    private final Place place;
    private final List<Diagnostic> problems;

    /** Creates a table that adds its problems to {@code problems}. */
    public Table(Map<String, Value> values, Place place, List<Diagnostic> problems) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.place = place;
        this.problems = problems;
    }

    /** Returns this table with the keys of another that it does not have, whatever their case. */
    public Table withDefaults(Table defaults) {
        var all = new LinkedHashMap<>(values);
        var known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(values.keySet());
        defaults.values.forEach((key, value) -> {
            if (!known.contains(key)) {
                all.put(key, value);
            }
        });
        return new Table(all, place, problems);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns this table with each text that has control characters as a {@link ControlText}. */
    Table withControlTexts() {
        var checked = new LinkedHashMap<String, Value>();
        values.forEach((key, value) -> checked.put(
                key,
                new Value(
                        ControlText.isOne(key) ? new ControlText(key) : ControlText.checked(value.content()),
                        value.place())));
        return new Table(checked, place, problems);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of a key in any type, for keys that may have several types. */
    public Optional<Value> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The place of a key, or the start of the table if the key is missing. */
    public Place place(String key) {
        return value(key).map(Value::place).orElse(place);
    }

    public Place place() {
        return place;
    }

    public Optional<String> string(String key) {
        return typed(key, String.class, "a string");
    }

    public Optional<Boolean> bool(String key) {
        return typed(key, Boolean.class, "true or false");
    }

    public boolean bool(String key, boolean defaultValue) {
        return bool(key).orElse(defaultValue);
    }

    public Optional<Table> table(String key) {
        return typed(key, Table.class, "a table");
    }

    /** A non-negative integer. */
    public Optional<Long> count(String key) {
        var number = typed(key, Long.class, "a whole number");
        if (number.isPresent() && number.get() < 0) {
            error(key, "`%s` must not be negative".formatted(key));
            return Optional.empty();
        }
        return number;
    }

    /** An array of strings. An element of another type is skipped and adds an error. */
    public Optional<List<String>> strings(String key) {
        return array(key, String.class, "strings");
    }

    /** An array of tables. An element of another type is skipped and adds an error. */
    public Optional<List<Table>> tables(String key) {
        return array(key, Table.class, "tables");
    }

    /** A table of strings by key; empty if the key is missing. An element of another type is skipped and adds an error. */
    public Map<String, String> stringTable(String key) {
        var strings = new TreeMap<String, String>();
        table(key).ifPresent(t -> t.keys().forEach(name -> t.string(name).ifPresent(text -> strings.put(name, text))));
        return strings;
    }

    public void error(String key, String message) {
        problems.add(Code.VALUE.error(place(key), message));
    }

    public void warning(String key, String message) {
        problems.add(Code.VALUE.warning(place(key), message));
    }

    /** Adds an error for each key that is not in {@code known}. */
    public void allowOnly(Set<String> known) {
        for (var key : keys()) {
            if (!known.contains(key)) {
                var message = "unknown key `%s`%s".formatted(key, Suggestion.among(known, key));
                problems.add(Code.UNKNOWN_KEY.error(place(key), message));
            }
        }
    }

    private <T> Optional<T> typed(String key, Class<T> type, String typeName) {
        var value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value.content())) {
            error(key, "`%s` must be %s, not %s".formatted(key, typeName, value.typeName()));
            return Optional.empty();
        }
        return Optional.of(type.cast(value.content()));
    }

    private <T> Optional<List<T>> array(String key, Class<T> type, String typeName) {
        var value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value.content() instanceof List<?> elements)) {
            error(key, "`%s` must be an array of %s, not %s".formatted(key, typeName, value.typeName()));
            return Optional.empty();
        }
        var result = new ArrayList<T>();
        for (var element : elements) {
            if (element instanceof Value inner && type.isInstance(inner.content())) {
                result.add(type.cast(inner.content()));
            } else {
                var wrong = element instanceof Value other ? ", not " + other.typeName() : "";
                error(key, "`%s` must contain only %s%s".formatted(key, typeName, wrong));
            }
        }
        return Optional.of(List.copyOf(result));
    }
}
