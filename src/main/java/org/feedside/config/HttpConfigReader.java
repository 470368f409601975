package org.feedside.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.toml.Table;

/** Reads the {@code [http]} table. */
final class HttpConfigReader {
    static final Set<String> KEYS = Set.of("""
            max_age shared_max_age stale_while_revalidate stale_if_error rhythm deltas burst trusted_proxies proxy_field
            max_connections idle_timeout moved retired""".split("\\s+", -1));

    private HttpConfigReader() {}

    static HttpConfig read(Table table) {
        table.allowOnly(KEYS);
        return new HttpConfig(
                atLeastASecond(table, "max_age", Duration.ofHours(1)),
                SettingValues.duration(table, "shared_max_age", Duration.ofMinutes(1)),
                SettingValues.duration(table, "stale_while_revalidate", Duration.ofMinutes(1)),
                SettingValues.duration(table, "stale_if_error", Duration.ofDays(1)),
                table.table("rhythm").map(HttpConfigReader::rhythm),
                table.bool("deltas", true),
                burst(table),
                SettingValues.list(
                        table,
                        "trusted_proxies",
                        AddressRange::parse,
                        "`%s` is not an IP address: write an address such as \"127.0.0.1\" or a range such as \"10.0.0.0/8\""),
                SettingValues.choice(
                        table,
                        "proxy_field",
                        ProxyField.BY_NAME,
                        ProxyField.X_FORWARDED_FOR.fieldName(),
                        "\"X-Forwarded-For\" or \"Forwarded\""),
                SettingValues.between(table, "max_connections", 1, 1_000_000).orElse(20_000),
                atLeastASecond(table, "idle_timeout", Duration.ofSeconds(75)),
                Duration.ofSeconds(20),
                moves(table));
    }

    private static Duration atLeastASecond(Table table, String key, Duration defaultValue) {
        var duration = SettingValues.duration(table, key, defaultValue);
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            table.error(key, "`%s` must be at least one second".formatted(key));
            return defaultValue;
        }
        return duration;
    }

    private static HttpConfig.MaxAgeBounds rhythm(Table table) {
        table.allowOnly(Set.of("least", "most"));
        var defaults = HttpConfig.MaxAgeBounds.DEFAULT;
        var least = SettingValues.duration(table, "least", defaults.least());
        var most = SettingValues.duration(table, "most", defaults.most());
        try {
            return new HttpConfig.MaxAgeBounds(least, most);
        } catch (IllegalArgumentException e) {
            table.error(
                    "most",
                    "`least` must not be longer than `most`, and `most` must not be longer than \"5h\": readers ignore a longer max-age");
            return defaults;
        }
    }

    /** Returns empty for 0, which disables the limit. */
    private static Optional<Integer> burst(Table table) {
        var burst = SettingValues.between(table, "burst", 0, 1_000_000).orElse(4);
        return Optional.of(burst).filter(downloads -> downloads > 0);
    }

    private static MovedFeeds moves(Table table) {
        try {
            return new MovedFeeds(
                    table.stringTable("moved"),
                    Set.copyOf(table.strings("retired").orElse(List.of())));
        } catch (IllegalArgumentException e) {
            table.error("moved", String.valueOf(e.getMessage()));
            return MovedFeeds.NONE;
        }
    }
}
