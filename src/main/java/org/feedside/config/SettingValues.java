package org.feedside.config;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.feedside.base.toml.Table;

/** Reads values of types that TOML does not have; errors are added to the table's problems. */
final class SettingValues {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h|d)");

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
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
