package org.feedside.config;

import java.util.OptionalInt;
import java.util.Set;
import org.feedside.base.toml.Table;

/**
 * The {@code [operator]} table of {@code feedside.toml}: where the operator looks after the service.
 *
 * @param enabled whether there is such a place
 * @param host loopback unless something else keeps strangers out
 * @param port the one after the feeds' if empty
 */
public record OperatorConfig(boolean enabled, String host, OptionalInt port) {
    public static final OperatorConfig DEFAULT = new OperatorConfig(true, "127.0.0.1", OptionalInt.empty());

    static final Set<String> KEYS = Set.of("enabled", "host", "port");

    /** The port for a service whose feeds have this one; 0 for any. */
    public int portBeside(int feeds) {
        return port.orElse(feeds == 0 || feeds == 65_535 ? 0 : feeds + 1);
    }

    static OperatorConfig read(Table table) {
        table.allowOnly(KEYS);
        return new OperatorConfig(
                table.bool("enabled", DEFAULT.enabled()),
                table.string("host").orElse(DEFAULT.host()),
                SettingValues.between(table, "port", 0, 65_535));
    }
}
