package org.feedside.testing;

import org.feedside.config.ServiceConfig;
import org.feedside.config.ServiceConfigReader;

/** Settings for tests. */
public final class Settings {
    private Settings() {}

    /** Returns the settings of a {@code feedside.toml} with this text. */
    public static ServiceConfig of(String toml) {
        var parsed = ServiceConfigReader.read("feedside.toml", toml);
        return parsed.value().orElseThrow(() -> new IllegalArgumentException(parsed.problems() + " in " + toml));
    }
}
