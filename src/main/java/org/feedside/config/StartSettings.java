package org.feedside.config;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The settings that a running service does not change: its servers, its hub, its command and its schedule are made at the start. */
public final class StartSettings {
    private static final Map<String, Function<ServiceConfig, Object>> VALUES = Map.ofEntries(
            Map.entry("host", ServiceConfig::host),
            Map.entry("port", ServiceConfig::port),
            Map.entry("settle", ServiceConfig::settle),
            Map.entry("settle_at_most", ServiceConfig::settleAtMost),
            Map.entry("look_every", ServiceConfig::lookEvery),
            Map.entry("hub", ServiceConfig::hub),
            Map.entry("on_publish", ServiceConfig::onPublish),
            Map.entry("pages", config -> config.pages().folder()),
            Map.entry("browsers", config -> config.pages().browsersSeePages()),
            Map.entry("[operator]", ServiceConfig::operator),
            Map.entry("[http]", ServiceConfig::http));

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
