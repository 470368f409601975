package org.feedside.config;

import java.util.Map;
import java.util.TreeMap;
import org.feedside.base.toml.Timestamp;
import org.feedside.base.toml.TomlText;
import org.feedside.config.KnownPosts.Known;

/** Adds tables to {@code feedside-ids.toml} and keeps its existing text, including comments. */
public final class KnownPostsWriter {
    private static final String HEAD = """
            # The ids and dates under which posts were published before, so that readers do not show them again.
            # One table for each post, named by the path of its file below the content folder: rename it with the file.
            # `feedside import` adds tables and never changes existing ones.
            """;

    private KnownPostsWriter() {}

    /** Returns the text of the file with these posts appended, in the order of their paths. */
    public static String add(String before, Map<String, Known> posts) {
        var text = new StringBuilder(before.isBlank() ? HEAD : before);
        if (text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        new TreeMap<>(posts).forEach((path, known) -> {
            text.append("\n[").append(TomlText.quoted(path)).append("]\n");
            text.append("id = ").append(TomlText.quoted(known.id())).append('\n');
            known.published().map(date -> line("published", date)).ifPresent(text::append);
            known.updated().map(date -> line("updated", date)).ifPresent(text::append);
        });
        return text.toString();
    }

    private static String line(String key, Timestamp date) {
        return "%s = %s\n".formatted(key, date);
    }
}
