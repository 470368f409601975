package org.feedside.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.toml.Table;

/** Reads values of types that TOML does not have; errors are added to the table's problems. */
final class SettingValues {
    static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h|d)");

    /** A century. Its nanoseconds fit into a long, as timers need it. */
    private static final Duration MAX_DURATION = Duration.ofDays(36_500);

    /** A table without keys: all settings have their defaults. */
    static final Table NONE = new Table(Map.of(), Place.startOf("feedside.toml"), List.of());

    private SettingValues() {}

    static OptionalInt between(Table table, String key, int min, int max) {
        var number = table.count(key);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        if (number.get() < min || number.get() > max) {
            table.error(key, "`%s` must be from %d to %d".formatted(key, min, max));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.toIntExact(number.get()));
    }

    /** Returns the value that a word means; the error names the words. */
    static <T> T choice(Table table, String key, Map<String, T> choices, String defaultWord, String words) {
        var choice = Optional.ofNullable(choices.get(table.string(key).orElse(defaultWord)));
        if (choice.isEmpty()) {
            table.error(key, "`%s` must be %s".formatted(key, words));
        }
        return choice.orElseGet(() -> Objects.requireNonNull(choices.get(defaultWord)));
    }

    /** Parses each string of an array; a string that cannot be parsed is an error, whose message names it. */
    static <T> List<T> list(Table table, String key, Function<String, Optional<T>> parser, String message) {
        var values = new ArrayList<T>();
        for (var text : table.strings(key).orElse(List.of())) {
            parser.apply(text).ifPresentOrElse(values::add, () -> table.error(key, message.formatted(text)));
        }
        return values;
    }

    static Duration duration(Table table, String key, Duration defaultValue) {
        var text = table.string(key);
        if (text.isEmpty()) {
            return defaultValue;
        }
        var match = DURATION.matcher(text.get());
        if (!match.matches()) {
            table.error(key, "`%s` must be a duration such as \"100ms\", \"30s\", \"10min\" or \"2h\"".formatted(key));
            return defaultValue;
        }
        var amount = Long.parseLong(match.group(1));
        var duration = switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        if (duration.compareTo(MAX_DURATION) > 0) {
            table.error(key, "`%s` must be at most \"36500d\"".formatted(key));
            return defaultValue;
        }
        return duration;
    }
}
