package org.feedside.config;

import java.util.Map;
import java.util.Set;

/** All setting keys and the pattern of durations, for tests of other files that have them. */
public final class SettingKeys {
    /** The pattern of all durations. */
    public static final String DURATION = SettingValues.DURATION.pattern();

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
