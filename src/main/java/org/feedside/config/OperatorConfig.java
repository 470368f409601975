package org.feedside.config;

import java.util.OptionalInt;
import java.util.Set;
import org.feedside.base.toml.Table;

/**
 * The {@code [operator]} table of {@code feedside.toml}: the server for status and metrics.
 *
 * @param host the address to listen on; it has no access control, so keep it on loopback unless a firewall protects it
 * @param port empty for the port after the port of the feeds
 */
public record OperatorConfig(boolean enabled, String host, OptionalInt port) {
    static final Set<String> KEYS = Set.of("enabled", "host", "port");

    public static final OperatorConfig DEFAULT = read(SettingValues.NONE);

    /** Returns the port to listen on, given the port of the feeds; 0 lets the system choose. */
    public int effectivePort(int feedsPort) {
        return port.orElse(feedsPort == 0 || feedsPort == 65_535 ? 0 : feedsPort + 1);
    }

    static OperatorConfig read(Table table) {
        table.allowOnly(KEYS);
        return new OperatorConfig(
                table.bool("enabled", true),
                table.string("host").orElse("127.0.0.1"),
                SettingValues.between(table, "port", 0, 65_535));
    }
}
