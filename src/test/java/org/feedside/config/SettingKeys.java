package org.feedside.config;

import java.util.Map;
import java.util.Set;

/** The keys that the readers of settings know, for tests of what is said about them elsewhere. */
public final class SettingKeys {
    private SettingKeys() {}

    /** By the table they stand in, with a dot behind it. */
    public static Map<String, Set<String>> byTable() {
        return Map.of(
                "", ServiceConfigReader.KEYS,
                "http.", HttpConfigReader.KEYS,
                "operator.", OperatorConfig.KEYS,
                "site.", FolderConfigReader.KEYS,
                "feeds.essays.", NamedFeedReader.KEYS);
    }
}
