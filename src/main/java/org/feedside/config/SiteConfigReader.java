package org.feedside.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.text.WebUrl;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.Toml;
import org.feedside.config.MarkdownConfig.ExternalLinks;

/** Reads Zola's configuration with the keys of all versions (zola.md, sections 6 and 7); ignores the rest. */
public final class SiteConfigReader {
    private static final List<String> GENERATE_FEEDS =
            List.of("generate_feeds", "generate_feed", "generate_rss", "rss");
    private static final List<String> TAXONOMY_FEED = List.of("feed", "rss");

    /** No file system has a limit below 200 characters. */
    private static final Pattern FILE_NAME = Pattern.compile("(?!\\.)[^/\\\\]{1,200}", Pattern.DOTALL);

    private SiteConfigReader() {}

    /** Reads a configuration; {@code baseUrl} overrides the key base_url. */
    public static Parsed<SiteConfig> read(String file, String text, Optional<String> baseUrl) {
        return Parsed.read(problems -> Toml.settings(file, text, problems).map(table -> read(file, table, baseUrl)));
    }

    private static SiteConfig read(String file, Table table, Optional<String> baseUrl) {
        return new SiteConfig(
                file,
                baseUrl(table, baseUrl),
                table.string("author").filter(name -> !name.isBlank()),
                limit(table),
                table.string("taxonomy_root").filter(root -> !root.isBlank()),
                slugify(table),
                markdown(table, MarkdownConfig.Templates.NONE),
                ignoredContent(table),
                languages(table),
                table.string("theme").filter(theme -> !theme.isBlank()),
                Map.of(),
                new Layout.Zola());
    }

    static String baseUrl(Table table, Optional<String> override) {
        var url = override.or(() -> table.string("base_url")).orElse("");
        if (url.isEmpty()) {
            table.error(
                    "base_url",
                    "`base_url` is missing: write the URL of the site, as in base_url = \"https://example.org\"");
        } else if (!isBaseUrl(url)) {
            table.error("base_url", "`%s` %s (or --base-url)".formatted(url, fault(url)));
        }
        return url;
    }

    /** Returns what is wrong with a base URL, and what to write. */
    private static String fault(String url) {
        if (url.matches("https?://[^/?#]*[^\\x00-\\x7F][^/?#]*(?:/[^?#]*)?")) {
            return "has a host whose form in Punycode is not unique: write that form, as in base_url = \"https://xn--bcher-kva.example\"";
        }
        if (url.matches("https?://[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:.*")) {
            return "has an IPv6 address without brackets: add them, as in base_url = \"http://[2001:db8::1]:8080\"";
        }
        return url.matches("https?://[^?#]*[?#].*")
                ? "has a query or a fragment, but paths are added to it: remove that, as in base_url = \"https://example.org\""
                : "is not an absolute URL: feeds need one, as in base_url = \"https://example.org\"";
    }

    /** Returns whether a text is an absolute http or https URL, in letters of any script, without query and fragment. */
    public static boolean isBaseUrl(String url) {
        return WebUrl.parse(url)
                .filter(uri -> WebUrl.isOne(uri) && uri.getQuery() == null && uri.getFragment() == null)
                .isPresent();
    }

    private static OptionalInt limit(Table table) {
        var limit = table.count("feed_limit").or(() -> table.count("rss_limit"));
        return limit.map(n -> OptionalInt.of((int) Math.min(n, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
    }

    private static Slugify slugify(Table table) {
        return table.table("slugify")
                .map(t -> new Slugify(
                        slugMode(t, "paths"),
                        slugMode(t, "taxonomies"),
                        slugMode(t, "anchors"),
                        t.bool("paths_keep_dates", false)))
                .orElse(Slugify.DEFAULT);
    }

    private static SlugMode slugMode(Table table, String key) {
        var modes = Map.of("on", SlugMode.ON, "safe", SlugMode.SAFE, "off", SlugMode.OFF);
        return SettingValues.choice(table, key, modes, "on", "\"on\", \"safe\" or \"off\"");
    }

    static MarkdownConfig markdown(Table table, MarkdownConfig.Templates templates) {
        var t = table.table("markdown").orElse(SettingValues.NONE);
        return new MarkdownConfig(
                t.bool("smart_punctuation", false),
                t.bool("definition_list", false),
                t.bool("github_alerts", false),
                t.bool("render_emoji", false),
                t.bool("bottom_footnotes", false),
                t.string("insert_anchor_links").filter("heading"::equals).isPresent(),
                t.bool("linkify", false),
                new ExternalLinks(
                        t.string("external_links_class").orElse(""),
                        t.bool("external_links_target_blank", false),
                        t.bool("external_links_no_follow", false),
                        t.bool("external_links_no_referrer", false),
                        t.bool("external_links_external", true)),
                templates);
    }

    static List<Glob> ignoredContent(Table table) {
        return SettingValues.list(
                table, "ignored_content", Glob::parse, "`%s` is not a valid glob: use one such as \"*/README.md\"");
    }

    private static List<Language> languages(Table table) {
        var code = table.string("default_language").orElse("en");
        var taxonomies = taxonomies(table);
        Map<String, Language> others = otherLanguages(table, taxonomies);
        var languages = new ArrayList<Language>();
        languages.add(defaultLanguage(table, code, taxonomies, Optional.ofNullable(others.remove(code))));
        languages.addAll(others.values());
        return languages;
    }

    /** Reads the default language from the root keys; missing keys come from its {@code [languages.xx]} table. */
    private static Language defaultLanguage(
            Table table, String code, List<LocalTaxonomy> rootTaxonomies, Optional<Language> languageTable) {
        var names = feedFilenames(table);
        var taxonomies = rootTaxonomies.stream()
                .filter(t -> t.lang().isEmpty() || t.lang().get().equals(code))
                .map(LocalTaxonomy::taxonomy)
                .toList();
        return new Language(
                code,
                table.string("title").or(() -> languageTable.flatMap(Language::title)),
                table.string("description").or(() -> languageTable.flatMap(Language::description)),
                generateFeeds(table),
                names.or(() -> languageTable.map(Language::feedFilenames)).orElse(List.of("atom.xml")),
                taxonomies.isEmpty() ? languageTable.map(Language::taxonomies).orElse(List.of()) : taxonomies);
    }

    private static Map<String, Language> otherLanguages(Table table, List<LocalTaxonomy> rootTaxonomies) {
        var languages = new TreeMap<String, Language>();
        var value = table.value("languages");
        if (value.isPresent() && value.get().content() instanceof List<?>) {
            // The form before Zola 0.14: languages = [{ code = "fr", feed = true }] and taxonomies with a lang.
            for (var old : table.tables("languages").orElse(List.of())) {
                old.string("code").ifPresent(code -> languages.put(code, language(code, old, rootTaxonomies)));
            }
            return languages;
        }
        table.table("languages").ifPresent(all -> {
            for (var code : all.keys()) {
                all.table(code).ifPresent(own -> languages.put(code, language(code, own, rootTaxonomies)));
            }
        });
        return languages;
    }

    private static Language language(String code, Table table, List<LocalTaxonomy> rootTaxonomies) {
        var taxonomies = Stream.concat(
                        taxonomies(table).stream(),
                        rootTaxonomies.stream().filter(t -> t.lang().equals(Optional.of(code))))
                .map(LocalTaxonomy::taxonomy)
                .toList();
        return new Language(
                code,
                table.string("title"),
                table.string("description"),
                generateFeeds(table) || table.bool("feed", false),
                feedFilenames(table).orElse(List.of("atom.xml")),
                taxonomies);
    }

    private static boolean generateFeeds(Table table) {
        return GENERATE_FEEDS.stream().anyMatch(key -> table.bool(key, false));
    }

    private static Optional<List<String>> feedFilenames(Table table) {
        var names = table.strings("feed_filenames")
                .or(() -> table.string("feed_filename").map(List::of));
        for (var name : names.orElse(List.of())) {
            if (!FILE_NAME.matcher(name).matches()) {
                table.error(
                        table.has("feed_filenames") ? "feed_filenames" : "feed_filename",
                        "`%s` is not a file name: a feed is always in the folder of its page".formatted(name));
            }
        }
        return names;
    }

    /** A taxonomy and, in configurations from before Zola 0.14, its language. */
    private record LocalTaxonomy(Taxonomy taxonomy, Optional<String> lang) {}

    private static List<LocalTaxonomy> taxonomies(Table table) {
        var taxonomies = new ArrayList<LocalTaxonomy>();
        for (var t : table.tables("taxonomies").orElse(List.of())) {
            var name = t.string("name");
            if (name.isEmpty() || name.get().isBlank()) {
                t.error("name", "a taxonomy needs a name, as in { name = \"tags\" }");
                continue;
            }
            var feed = TAXONOMY_FEED.stream().anyMatch(key -> t.bool(key, false));
            taxonomies.add(new LocalTaxonomy(new Taxonomy(name.get(), feed), t.string("lang")));
        }
        return taxonomies;
    }
}
