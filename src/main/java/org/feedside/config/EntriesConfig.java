package org.feedside.config;

import java.util.Map;
import org.feedside.base.toml.Table;

/**
 * What entries contain: the keys {@code entries} and {@code picture} of {@code feedside.toml}.
 *
 * @param summaries whether entries have a summary in place of the full text
 * @param picture where the picture of an entry is taken from; {@code FIRST} if front matter names none, the text
 */
public record EntriesConfig(boolean summaries, PictureSource picture) {
    public enum PictureSource {
        FIRST,
        FRONT_MATTER,
        NONE
    }

    static EntriesConfig read(Table table) {
        var words = "\"first\", \"front-matter\" or \"none\": where the picture of an entry is taken from";
        var first = PictureSource.FIRST;
        var sources = Map.of("first", first, "front-matter", PictureSource.FRONT_MATTER, "none", PictureSource.NONE);
        return new EntriesConfig(
                summaries(table, false), SettingValues.choice(table, "picture", sources, "first", words));
    }

    /** Reads {@code entries}, which named feeds have too. */
    static boolean summaries(Table table, boolean defaultValue) {
        var words = "\"full\" or \"summary\": what entries have of a post's text";
        var choices = Map.of("full", false, "summary", true);
        return SettingValues.choice(table, "entries", choices, defaultValue ? "summary" : "full", words);
    }
}
