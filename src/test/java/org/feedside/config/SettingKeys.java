package org.feedside.config;

import java.util.Map;
import java.util.Set;

/** All setting keys, for tests that other files mention them. */
public final class SettingKeys {
    private SettingKeys() {}

    /** The keys by their table, whose name ends with a dot. */
    public static Map<String, Set<String>> byTable() {
        return Map.of(
                "", ServiceConfigReader.KEYS,
                "http.", HttpConfigReader.KEYS,
                "operator.", OperatorConfig.KEYS,
                "site.", FolderConfigReader.KEYS,
                "feeds.essays.", NamedFeedReader.KEYS);
    }
}
