package org.feedside.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Value;

/**
 * Front matter as Hugo, Jekyll and Eleventy read it: keys are case-insensitive, and a number is accepted as text. A
 * value of a wrong type is an error at its key.
 */
record FolderKeys(Table values) {
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");

    /** A key as it is written, and its value. */
    record KeyValue(String key, Object content) {
        /** The elements of an array, each with the array's key, or the value itself. */
        List<KeyValue> elements() {
            return content instanceof List<?> elements
                    ? elements.stream()
                            .map(element -> new KeyValue(key, ((Value) element).content()))
                            .toList()
                    : List.of(this);
        }
    }

    /** The first of these keys that exists. */
    Optional<KeyValue> find(String... names) {
        for (var name : names) {
            for (var key : values.keys()) {
                if (key.equalsIgnoreCase(name)) {
                    return values.value(key).map(value -> new KeyValue(key, value.content()));
                }
            }
        }
        return Optional.empty();
    }

    void error(String key, String message) {
        values.error(key, message);
    }

    /** The text of the first of these keys that exists. */
    Optional<String> text(String... names) {
        var found = find(names);
        var text = found.flatMap(f -> scalar(f.content()));
        if (found.isPresent() && text.isEmpty()) {
            error(found.get().key(), "`%s` must be text".formatted(found.get().key()));
        }
        return text.filter(t -> !t.isBlank());
    }

    /** The text of the first of these keys that exists; without it, a post is still right. */
    Optional<String> textOrNone(String... names) {
        var found = find(names);
        var text = found.flatMap(f -> scalar(f.content()));
        if (found.isPresent() && text.isEmpty()) {
            var key = found.get().key();
            values.warning(key, "`%s` is ignored, because it is not text".formatted(key));
        }
        return text.filter(t -> !t.isBlank());
    }

    boolean bool(String name, boolean defaultValue) {
        var found = find(name);
        if (found.isEmpty()) {
            return defaultValue;
        }
        var value = toBoolean(found.get());
        if (value.isEmpty()) {
            error(
                    found.get().key(),
                    "`%s` must be true or false".formatted(found.get().key()));
        }
        return value.orElse(defaultValue);
    }

    /** Whether a key has this truth value. Other values are not errors here. */
    boolean is(String name, boolean value) {
        return find(name).flatMap(FolderKeys::toBoolean).equals(Optional.of(value));
    }

    static Optional<Boolean> toBoolean(KeyValue found) {
        var text = scalar(found.content()).orElse("").toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return Optional.of(true);
        }
        return NO.contains(text) ? Optional.of(false) : Optional.empty();
    }

    Optional<FolderKeys> table(String name) {
        return find(name)
                .filter(found -> found.content() instanceof Table)
                .map(found -> new FolderKeys((Table) found.content()));
    }

    Optional<PageDate> date(FolderDates dates, String... names) {
        return find(names).flatMap(found -> date(dates, found));
    }

    Optional<PageDate> date(FolderDates dates, KeyValue found) {
        var text = scalar(found.content()).orElse("");
        var date = dates.parse(text);
        if (date.isEmpty()) {
            error(
                    found.key(),
                    "`%s` is not a date%s; write one such as 2025-01-15 or 2025-01-15 09:30:00 +0100"
                            .formatted(found.key(), text.isEmpty() ? "" : ": " + text));
        }
        return date;
    }

    /**
     * The names in an array or in one text.
     *
     * @param separator the regular expression at which the generator splits a text
     */
    List<String> names(KeyValue found, String separator) {
        var names = new ArrayList<String>();
        if (found.content() instanceof List<?>) {
            for (var element : found.elements()) {
                var name = scalar(element.content());
                if (name.isEmpty()) {
                    error(found.key(), "`%s` must contain only names".formatted(found.key()));
                }
                name.ifPresent(names::add);
            }
        } else {
            var text = scalar(found.content());
            if (text.isEmpty()) {
                error(found.key(), "`%s` must be an array of names, as in [\"one\", \"two\"]".formatted(found.key()));
            }
            names.addAll(List.of(text.orElse("").split(separator, -1)));
        }
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The text of a string, number, date or boolean; empty for arrays and tables. */
    static Optional<String> scalar(Object content) {
        return content instanceof Table || content instanceof List<?>
                ? Optional.empty()
                : Optional.of(content.toString());
    }
}
