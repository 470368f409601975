package org.feedside.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.feedside.base.toml.Table;

/** Reads the {@code [http]} table. */
final class HttpConfigReader {
    static final Set<String> KEYS = Set.of(
            "max_age",
            "shared_max_age",
            "stale_while_revalidate",
            "stale_if_error",
            "rhythm",
            "deltas",
            "burst",
            "trusted_proxies",
            "max_connections",
            "idle_timeout",
            "moved",
            "retired");

    /** NetNewsWire believes in no more. */
    private static final Duration LONGEST_RHYTHM = Duration.ofHours(5);

    private HttpConfigReader() {}

    static HttpConfig read(Table table) {
        table.allowOnly(KEYS);
        var defaults = HttpConfig.DEFAULT;
        return new HttpConfig(
                atLeastASecond(table, "max_age", defaults.maxAge()),
                SettingValues.duration(table, "shared_max_age", defaults.sharedMaxAge()),
                SettingValues.duration(table, "stale_while_revalidate", defaults.staleWhileRevalidate()),
                SettingValues.duration(table, "stale_if_error", defaults.staleIfError()),
                table.table("rhythm").map(HttpConfigReader::rhythm),
                table.bool("deltas", defaults.deltas()),
                burst(table, defaults.burst()),
                trustedProxies(table),
                SettingValues.between(table, "max_connections", 1, 1_000_000).orElse(defaults.maxConnections()),
                atLeastASecond(table, "idle_timeout", defaults.idleTimeout()),
                moves(table));
    }

    private static Duration atLeastASecond(Table table, String key, Duration otherwise) {
        var duration = SettingValues.duration(table, key, otherwise);
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            table.error(key, "`%s` must be a second at least".formatted(key));
            return otherwise;
        }
        return duration;
    }

    private static HttpConfig.Rhythm rhythm(Table table) {
        table.allowOnly(Set.of("least", "most"));
        var least = SettingValues.duration(table, "least", Duration.ofMinutes(15));
        var most = SettingValues.duration(table, "most", LONGEST_RHYTHM);
        if (least.compareTo(most) > 0 || most.compareTo(LONGEST_RHYTHM) > 0) {
            table.error(
                    "most",
                    "`rhythm` must go from `least` up to `most`, which is \"5h\" at most: readers believe in no more");
            return new HttpConfig.Rhythm(Duration.ofMinutes(15), LONGEST_RHYTHM);
        }
        return new HttpConfig.Rhythm(least, most);
    }

    /** Zero switches it off. */
    private static Optional<Integer> burst(Table table, Optional<Integer> otherwise) {
        var burst = SettingValues.between(table, "burst", 0, 1_000_000);
        if (burst.isEmpty()) {
            return otherwise;
        }
        return burst.getAsInt() == 0 ? Optional.empty() : Optional.of(burst.getAsInt());
    }

    private static List<AddressRange> trustedProxies(Table table) {
        var ranges = new ArrayList<AddressRange>();
        for (var text : table.strings("trusted_proxies").orElse(List.of())) {
            AddressRange.parse(text)
                    .ifPresentOrElse(
                            ranges::add,
                            () -> table.error(
                                    "trusted_proxies",
                                    "`%s` is no address: write one such as \"127.0.0.1\" or a range such as \"10.0.0.0/8\""
                                            .formatted(text)));
        }
        return ranges;
    }

    private static MovedFeeds moves(Table table) {
        var moved = new TreeMap<String, String>();
        table.table("moved")
                .ifPresent(paths ->
                        paths.keys().forEach(from -> paths.string(from).ifPresent(to -> moved.put(from, to))));
        try {
            return new MovedFeeds(moved, Set.copyOf(table.strings("retired").orElse(List.of())));
        } catch (IllegalArgumentException e) {
            table.error("moved", String.valueOf(e.getMessage()));
            return MovedFeeds.NONE;
        }
    }
}
