package org.feedside.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedside.base.toml.Table;

/** Reads one feed of the {@code [feeds]} table; errors are added to the table's problems. */
final class NamedFeedReader {
    static final Set<String> KEYS = Set.of("title", "description", "rule", "language", "entries");
    private static final Pattern NAME = Pattern.compile("(?=.{1,200}\\z)[a-z0-9]+(?:[-_/][a-z0-9]+)*");

    private NamedFeedReader() {}

    static Optional<NamedFeed> read(String name, Table table, boolean summaries) {
        table.allowOnly(KEYS);
        if (!NAME.matcher(name).matches()) {
            table.error(
                    "title",
                    "`%s` is not a valid name for a feed: it becomes part of the feed's URL, so use a-z, 0-9, - and /"
                            .formatted(name));
            return Optional.empty();
        }
        var title = required(table, "title");
        var rule = required(table, "rule").flatMap(text -> rule(table, text));
        if (title.isEmpty() || rule.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NamedFeed(
                name,
                title.get(),
                table.string("description"),
                rule.get(),
                table.place("rule"),
                table.string("language"),
                EntriesConfig.summaries(table, summaries)));
    }

    private static Optional<String> required(Table table, String key) {
        var text = table.string(key).filter(t -> !t.isBlank());
        if (text.isEmpty()) {
            table.error(key, "a feed needs a `%s`".formatted(key));
        }
        return text;
    }

    private static Optional<FeedRule> rule(Table table, String text) {
        var rule = FeedRule.parse(text);
        if (rule.isEmpty()) {
            table.error(
                    "rule",
                    "`rule` must name posts, sections or terms, as in \"posts - links\", \"rust + web\" (both) or \"rust, web\" (any)");
        }
        return rule;
    }
}
