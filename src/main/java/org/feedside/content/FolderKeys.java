package org.feedside.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Value;

/**
 * Front matter as generators read it that do not care whether a key has capitals or a title is a number. A value that
 * cannot be meant is an error at its key.
 */
final class FolderKeys {
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");

    private final Table values;

    FolderKeys(Table values) {
        this.values = values;
    }

    /** A key as it is written, and its value. */
    record Found(String key, Object content) {}

    /** The first of these keys that is there. */
    Optional<Found> find(String... names) {
        for (var name : names) {
            for (var key : values.keys()) {
                if (key.equalsIgnoreCase(name)) {
                    return values.value(key).map(value -> new Found(key, value.content()));
                }
            }
        }
        return Optional.empty();
    }

    void error(String key, String message) {
        values.error(key, message);
    }

    /** The text of the first of these keys that is there. */
    Optional<String> text(String... names) {
        var found = find(names);
        var text = found.flatMap(f -> scalar(f.content()));
        if (found.isPresent() && text.isEmpty()) {
            error(found.get().key(), "`%s` must be a text".formatted(found.get().key()));
        }
        return text.filter(t -> !t.isBlank());
    }

    boolean bool(String name, boolean otherwise) {
        var found = find(name);
        if (found.isEmpty()) {
            return otherwise;
        }
        var answer = truth(found.get());
        if (answer.isEmpty()) {
            error(
                    found.get().key(),
                    "`%s` must be true or false".formatted(found.get().key()));
        }
        return answer.orElse(otherwise);
    }

    static Optional<Boolean> truth(Found found) {
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
        var found = find(names);
        return found.flatMap(f -> date(dates, f));
    }

    Optional<PageDate> date(FolderDates dates, Found found) {
        var text = scalar(found.content()).orElse("");
        var date = dates.parse(text);
        if (date.isEmpty()) {
            error(
                    found.key(),
                    "`%s` is no date%s; write one such as 2025-01-15 or 2025-01-15 09:30:00 +0100"
                            .formatted(found.key(), text.isEmpty() ? "" : ": " + text));
        }
        return date;
    }

    /** Names in an array, or in one text, which is parted as its generator would. */
    List<String> names(Found found, String separator) {
        var names = new ArrayList<String>();
        if (found.content() instanceof List<?> elements) {
            for (var element : elements) {
                var name = element instanceof Value value ? scalar(value.content()) : Optional.<String>empty();
                if (name.isEmpty()) {
                    error(found.key(), "`%s` must hold only names".formatted(found.key()));
                }
                name.ifPresent(names::add);
            }
        } else {
            var text = scalar(found.content());
            if (text.isEmpty()) {
                error(found.key(), "`%s` must be names, as in [\"one\", \"two\"]".formatted(found.key()));
            }
            names.addAll(List.of(text.orElse("").split(separator, -1)));
        }
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** A text, number, date, or true or false as it would be printed; empty for arrays and tables. */
    static Optional<String> scalar(Object content) {
        return content instanceof Table || content instanceof List<?>
                ? Optional.empty()
                : Optional.of(content.toString());
    }
}
