package org.feedside.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.text.WebUrl;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Toml;

/** Reads {@code feedside.toml}. Unknown keys are errors: otherwise a misspelt setting could be ignored for years. */
public final class ServiceConfigReader {
    static final Set<String> KEYS = Set.of("""
            host port limit max_post_bytes follow_links settle settle_at_most look_every shrink_after timezone
            future section_feeds archives feeds entries picture icon logo hub on_publish pages browsers accent pages_style readers texts operator built content_selector built_settle shortcodes site http""".split("\\s+", -1));

    private ServiceConfigReader() {}

    public static Parsed<ServiceConfig> read(String file, String text) {
        return Parsed.read(problems -> Toml.settings(file, text, problems).map(ServiceConfigReader::read));
    }

    static ServiceConfig read(Table table) {
        table.allowOnly(KEYS);
        var entries = EntriesConfig.read(table);
        return new ServiceConfig(
                table.string("host").orElse("127.0.0.1"),
                SettingValues.between(table, "port", 0, 65_535).orElse(8080),
                SettingValues.between(table, "limit", 1, Integer.MAX_VALUE),
                SettingValues.between(table, "max_post_bytes", 1, Integer.MAX_VALUE)
                        .orElse(5_000_000),
                table.bool("follow_links", false),
                SettingValues.duration(table, "settle", Duration.ofMillis(100)),
                SettingValues.duration(table, "settle_at_most", Duration.ofSeconds(1)),
                SettingValues.duration(table, "look_every", Duration.ofSeconds(30)),
                SettingValues.duration(table, "shrink_after", Duration.ofMinutes(10)),
                timezone(table),
                table.bool("future", false),
                table.bool("section_feeds", false),
                table.bool("archives", false),
                namedFeeds(table, entries.summaries()),
                entries,
                picture(table, "icon"),
                picture(table, "logo"),
                hub(table),
                table.strings("on_publish").orElse(List.of()),
                PagesConfig.read(table),
                PageDesign.read(table),
                OperatorConfig.read(table.table("operator").orElse(SettingValues.NONE)),
                BuiltConfig.read(table),
                table.stringTable("shortcodes"),
                HttpConfigReader.read(table.table("http").orElse(SettingValues.NONE)));
    }

    private static Optional<ZoneId> timezone(Table table) {
        var name = table.string("timezone");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name.get()));
        } catch (DateTimeException e) {
            table.error(
                    "timezone", "`timezone` must be a name such as \"Europe/Paris\" or an offset such as \"+01:00\"");
            return Optional.empty();
        }
    }

    private static List<NamedFeed> namedFeeds(Table table, boolean summaries) {
        return table.table("feeds").stream()
                .flatMap(named -> named.keys().stream()
                        .flatMap(name ->
                                named
                                        .table(name)
                                        .flatMap(feed -> NamedFeedReader.read(name, feed, summaries))
                                        .stream()))
                .toList();
    }

    private static Optional<String> picture(Table table, String key) {
        var picture = table.string(key);
        if (picture.isPresent() && !picture.get().startsWith("/") && !isHttpUrl(picture.get())) {
            table.error(key, "`%s` must be the URL of a picture, or its path such as \"/icon.png\"".formatted(key));
            return Optional.empty();
        }
        return picture;
    }

    private static Optional<URI> hub(Table table) {
        var url = table.string("hub");
        if (url.isPresent() && !isHttpUrl(url.get())) {
            table.error("hub", "`hub` must be the URL of a WebSub hub, such as \"https://hub.example.org/\"");
            return Optional.empty();
        }
        return url.flatMap(WebUrl::parse);
    }

    private static boolean isHttpUrl(String text) {
        return text.matches("https?:.*")
                && WebUrl.parse(text).filter(WebUrl::isOne).isPresent();
    }
}
