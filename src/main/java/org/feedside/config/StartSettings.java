package org.feedside.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The settings that a running service does not change: its servers, its hub and its schedule are made at the start. */
public final class StartSettings {
    private static final Map<String, Function<ServiceConfig, Object>> VALUES = Map.of(
            "host", ServiceConfig::host,
            "port", ServiceConfig::port,
            "settle", ServiceConfig::settle,
            "settle_at_most", ServiceConfig::settleAtMost,
            "look_every", ServiceConfig::lookEvery,
            "hub", ServiceConfig::hub,
            "pages", config -> config.pages().folder(),
            "browsers", config -> config.pages().browsersSeePages(),
            "[operator]", ServiceConfig::operator,
            "[http]", ServiceConfig::http);

    private StartSettings() {}

    /** Returns the names of the settings that differ, sorted. */
    public static List<String> changed(ServiceConfig started, ServiceConfig now) {
        return VALUES.entrySet().stream()
                .filter(value ->
                        !value.getValue().apply(started).equals(value.getValue().apply(now)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
