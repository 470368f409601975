package org.feedside.config;

import java.util.OptionalInt;
import java.util.Set;
import org.feedside.base.toml.Table;

/**
 * The {@code [operator]} table of {@code feedside.toml}: the server for status and metrics.
 *
 * @param enabled whether this server runs
 * @param host the address to listen on; it has no access control, so keep it on loopback unless a firewall protects it
 * @param port empty for the port after the port of the feeds
 */
public record OperatorConfig(boolean enabled, String host, OptionalInt port) {
    public static final OperatorConfig DEFAULT = new OperatorConfig(true, "127.0.0.1", OptionalInt.empty());

    static final Set<String> KEYS = Set.of("enabled", "host", "port");

    /** Returns the port to listen on, given the port of the feeds; 0 lets the system choose. */
    public int effectivePort(int feedsPort) {
        return port.orElse(feedsPort == 0 || feedsPort == 65_535 ? 0 : feedsPort + 1);
    }

    static OperatorConfig read(Table table) {
        table.allowOnly(KEYS);
        return new OperatorConfig(
                table.bool("enabled", DEFAULT.enabled()),
                table.string("host").orElse(DEFAULT.host()),
                SettingValues.between(table, "port", 0, 65_535));
    }
}
