package org.feedside.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Place;
import org.feedside.base.disk.PathText;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.text.Suggestion;
import org.feedside.base.toml.Table;

/** Reads the {@code [site]} table of {@code feedside.toml}, which configures sites of other generators than Zola. */
final class FolderConfigReader {
    static final Set<String> KEYS = Set.of("""
            base_url generator defaults title description author language languages content permalink taxonomies ignored_terms
            ignored_content slugs atom rss markdown""".split("\\s+", -1));
    private static final List<String> TAXONOMIES = List.of("tags", "categories");

    /** Eleventy sites use these tags for lists of pages, not for topics. */
    private static final List<String> IGNORED_TERMS = List.of("all", "nav", "post", "posts");

    /** Output folders, dependencies and themes of the generators. */
    private static final Set<String> IGNORED_FOLDERS = Set.of("feeds", "public", "_site", "vendor", "themes");

    /** A feed's name may have folders: Eleventy's own example is {@code feed/feed.xml}. */
    private static final Pattern RELATIVE_PATH =
            Pattern.compile("(?=.{1,200}\\z)[^/.\\\\][^/\\\\]*(?:/[^/.\\\\][^/\\\\]*)*");

    private static final Map<String, Generator> GENERATORS = Stream.of(Generator.values())
            .filter(generator -> generator != Generator.ZOLA)
            .collect(Collectors.toMap(generator -> generator.name().toLowerCase(Locale.ROOT), generator -> generator));

    private FolderConfigReader() {}

    /**
     * The content of the table.
     *
     * @param content the folder of the posts; empty if the key is missing
     */
    record FolderConfig(SiteConfig site, Optional<Path> content, Place place) {}

    /** Reads the table; {@code baseUrl} overrides the key base_url. */
    static FolderConfig read(
            Path folder, String file, Table table, Optional<String> baseUrl, Optional<ZoneId> timezone) {
        table.allowOnly(KEYS);
        var content = table.string("content").flatMap(name -> content(folder, table, name));
        var names = table.strings("taxonomies").orElse(TAXONOMIES);
        var modes = Map.of("lower", SlugMode.LOWER, "cased", SlugMode.CASED, "ascii", SlugMode.ON, "off", SlugMode.OFF);
        var slugs = SettingValues.choice(table, "slugs", modes, "lower", "\"lower\", \"cased\", \"ascii\" or \"off\"");
        var generator = SettingValues.choice(
                table, "generator", GENERATORS, "other", "\"hugo\", \"jekyll\", \"eleventy\" or \"other\"");
        var url = SiteConfigReader.baseUrl(table, baseUrl);
        var layout = new Layout.Folder(
                generator,
                permalink(table),
                IGNORED_FOLDERS.stream().map(folder::resolve).collect(Collectors.toSet()),
                new HashSet<>(names),
                new HashSet<>(table.strings("ignored_terms").orElse(IGNORED_TERMS)),
                defaults(table),
                timezone);
        var rss = fileNames(table, "rss");
        var site = new SiteConfig(
                file,
                url,
                table.string("author").filter(name -> !name.isBlank()),
                OptionalInt.empty(),
                Optional.empty(),
                new Slugify(slugs, generator == Generator.ELEVENTY ? SlugMode.LOWER : slugs, SlugMode.ON, false),
                SiteConfigReader.markdown(
                        table,
                        new MarkdownConfig.Templates(
                                generator, url, table.string("title").orElse(""))),
                SiteConfigReader.ignoredContent(table),
                languages(language(table, names, rss), table.stringTable("languages")),
                Optional.empty(),
                rss.stream().distinct().collect(Collectors.toMap(name -> name, name -> FeedTemplate.RSS)),
                layout);
        return new FolderConfig(site, content, table.place());
    }

    private static Optional<Path> content(Path folder, Table table, String name) {
        var content = name.equals(".") ? Optional.of(folder) : PathText.resolve(folder, name);
        if (content.isEmpty()) {
            table.error("content", "`content` is not a path that this system can have: rename the folder");
        }
        return content;
    }

    /** Returns all languages: the others have the feeds and the terms of the default language. */
    private static List<Language> languages(Language own, Map<String, String> titles) {
        return Stream.concat(
                        Stream.of(own),
                        titles.entrySet().stream()
                                .map(other -> new Language(
                                        other.getKey(),
                                        Optional.of(other.getValue()).filter(title -> !title.isBlank()),
                                        Optional.empty(),
                                        true,
                                        own.feedFilenames(),
                                        own.taxonomies())))
                .toList();
    }

    private static List<Defaults> defaults(Table table) {
        return table.tables("defaults").orElse(List.of()).stream()
                .map(values -> new Defaults(values.string("path").orElse(""), values))
                .sorted(Comparator.comparing(defaults -> defaults.path().length()))
                .toList();
    }

    private static Language language(Table table, List<String> taxonomies, List<String> rss) {
        var title = table.string("title");
        if (title.map(String::isBlank).orElse(!table.has("title"))) {
            var fault = title.isEmpty() ? "missing" : "empty";
            table.error(
                    "title", "`title` is %s: write the name of the site, as in title = \"My site\"".formatted(fault));
        }
        var names =
                Stream.concat(fileNames(table, "atom").stream(), rss.stream()).toList();
        return new Language(
                table.string("language").orElse("en"),
                title,
                table.string("description"),
                true,
                names,
                taxonomies.stream().map(name -> new Taxonomy(name, true)).toList());
    }

    private static Optional<PermalinkPattern> permalink(Table table) {
        var text = table.string("permalink");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var pattern = PermalinkPattern.ofStyle(text.get());
        if (!text.get().startsWith("/") && !PermalinkPattern.isStyle(text.get())) {
            table.error(
                    "permalink",
                    "`permalink` must start with a slash, as in permalink = \"/:year/:month/:slug/\", or be one of date, pretty, ordinal, weekdate, none");
        }
        pattern.unknownPlaceholder()
                .ifPresent(name -> table.error(
                        "permalink",
                        "`permalink` has the unknown placeholder `:%s`%s"
                                .formatted(name, Suggestion.among(PermalinkPattern.KNOWN, name))));
        return Optional.of(pattern);
    }

    private static List<String> fileNames(Table table, String key) {
        var names = table.strings(key).orElse(List.of());
        for (var name : names) {
            if (!RELATIVE_PATH.matcher(name).matches()) {
                table.error(
                        key,
                        "`%s` is not a valid file name for a feed: use a name such as \"feed.xml\"".formatted(name));
            }
        }
        return names;
    }
}
