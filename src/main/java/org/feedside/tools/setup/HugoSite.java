package org.feedside.tools.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.toml.Table;
import org.feedside.base.toml.TomlText;
import org.feedside.base.toml.Value;
import org.feedside.tools.setup.SiteFiles.Keys;

/** Reads Hugo's configuration. */
final class HugoSite {
    private static final String FOLDER = "config/_default/";
    private static final List<String> FOLDERS = List.of("", FOLDER);
    private static final List<String> ENDINGS = List.of("toml", "yaml", "yml", "json");

    private static final List<String> NAMES = Stream.of("hugo.", "config.")
            .flatMap(name -> FOLDERS.stream().map(folder -> folder + name))
            .flatMap(name -> ENDINGS.stream().map(ending -> name + ending))
            .toList();

    /** The tables that can be in files of their own. */
    private static final List<String> PARTS = List.of(
            "cascade",
            "frontmatter",
            "languages",
            "markup",
            "outputFormats",
            "params",
            "permalinks",
            "services",
            "taxonomies");

    /** Keys that show that a file belongs to Hugo, since other generators use the same file name. */
    private static final List<String> SIGNS = List.of("baseURL", "languageCode", "params", "paginate", "pagination");

    private static final String DEFAULT = "Hugo's defaults";

    private HugoSite() {}

    static Optional<SiteFindings> find(SiteFiles files) {
        return NAMES.stream()
                .flatMap(name -> files
                        .keys(name)
                        .filter(keys -> name.contains("hugo.")
                                || (!keys.has("base_url") && SIGNS.stream().anyMatch(keys::has)))
                        .map(keys -> facts(files, whole(files, keys), name))
                        .stream())
                .findFirst()
                .map(facts -> facts.of("Hugo", files));
    }

    private static SiteFacts facts(SiteFiles files, Keys keys, String file) {
        var code = keys.text("defaultContentLanguage");
        var own = "languages." + code.orElse("en");
        var facts = new SiteFacts()
                .baseUrl(keys.text("baseURL"), file)
                .baseUrl(keys.text(own + ".baseURL"), file)
                .domain(files.text("static/CNAME"), "static/CNAME")
                .text("site.title", keys.text("title"), file)
                .text("site.title", keys.text(own + ".title"), file)
                .text("site.description", keys.text("params.description"), file)
                .text("site.description", keys.text(own + ".params.description"), file)
                .author(keys, "params.author", file)
                .author(keys, "author", file)
                .text("site.language", keys.text("languageCode"), file)
                .text("site.language", keys.text(own + ".languageCode"), file)
                .text("site.language", code, file)
                .text("site.content", keys.text(own + ".contentDir").map(name -> name.replaceFirst("/+$", "")), file)
                .text("site.content", keys.text("contentDir"), file)
                .timezone(keys.text("timeZone"), file)
                .built(keys.text("publishDir").or(() -> Optional.of("public")), files, file);
        permalinks(facts, keys, file);
        languages(facts, keys, code.orElse("en"), file);
        keys.inner("taxonomies")
                .map(Keys::texts)
                .filter(names -> !names.isEmpty())
                .ifPresent(names -> facts.texts("site.taxonomies", names, file));
        if (keys.isTrue("disablePathToLower")) {
            facts.text("site.slugs", Optional.of("cased"), file);
        }
        facts.value(
                        "limit",
                        keys.number("services.rss.limit")
                                .or(() -> keys.number("rssLimit"))
                                .filter(n -> n > 0),
                        file)
                .value("future", Optional.of(true).filter(future -> keys.isTrue("buildFuture")), file);
        var goldmark = "markup.goldmark.extensions.";
        var typographer = goldmark + "typographer";
        if (!keys.isFalse(typographer) && !keys.isTrue(typographer + ".disable")) {
            facts.value("site.markdown.smart_punctuation", Optional.of(true), DEFAULT);
        }
        if (!keys.isFalse(goldmark + "definitionList")) {
            facts.value("site.markdown.definition_list", Optional.of(true), DEFAULT);
        }
        if (!keys.isFalse(goldmark + "linkify")) {
            facts.value("site.markdown.linkify", Optional.of(true), DEFAULT);
        }
        facts.value("site.markdown.render_emoji", Optional.of(true).filter(on -> keys.isTrue("enableEmoji")), file);
        var rss = keys.text("outputFormats.rss.baseName");
        facts.texts("site.rss", List.of(rss.orElse("index") + ".xml"), rss.isPresent() ? file : "Hugo's usual name");
        return facts;
    }

    /** Completes the configuration with the files that hold one of its tables each, and with the one in the other folder. */
    private static Keys whole(SiteFiles files, Keys keys) {
        Map<String, Value> parts = new LinkedHashMap<>();
        for (var part : PARTS) {
            table(files, FOLDER + part).ifPresent(table -> parts.put(part, new Value(table, table.place())));
        }
        var code = keys.text("defaultContentLanguage").orElse("en");
        table(files, FOLDER + "languages." + code).ifPresent(table -> {
            var own = new Table(Map.of(code, new Value(table, table.place())), table.place(), List.of());
            parts.putIfAbsent("languages", new Value(own, table.place()));
        });
        var all = new Table(parts, keys.table().place(), List.of());
        return Stream.of(FOLDER + "hugo", FOLDER + "config", "hugo", "config")
                .flatMap(name -> table(files, name).stream())
                .reduce(Table::withDefaults)
                .map(table -> new Keys(table.withDefaults(all)))
                .orElse(new Keys(all));
    }

    /** Returns what a file says; its name has no extension. */
    private static Optional<Table> table(SiteFiles files, String name) {
        return ENDINGS.stream()
                .map(ending -> name + "." + ending)
                .flatMap(file -> files.keys(file).stream())
                .findFirst()
                .map(Keys::table);
    }

    /** The front matter for all pages, the patterns of the sections, and the pattern of all other pages. */
    private static void permalinks(SiteFacts facts, Keys keys, String file) {
        var patterns = new LinkedHashMap<String, String>();
        for (var table : List.of("permalinks", "permalinks.page")) {
            keys.inner(table)
                    .ifPresent(sections -> sections.table()
                            .keys()
                            .forEach(name -> sections.text(name)
                                    .filter(pattern -> facts.isKnownPermalink(pattern, file))
                                    .ifPresent(pattern -> patterns.put(name, pattern))));
        }
        var cascade = Stream.concat(keys.inner("cascade").stream(), keys.list("cascade").stream())
                .map(values -> SiteFacts.inline(
                        values.text("target.path")
                                .or(() -> values.text("_target.path"))
                                .orElse("")
                                .replaceFirst("^/+", ""),
                        values.table()));
        var sections = patterns.entrySet().stream()
                .map(entry -> "{ path = %s, url = %s }"
                        .formatted(TomlText.quoted(entry.getKey()), TomlText.quoted(entry.getValue())));
        facts.defaults(Stream.concat(cascade, sections).toList(), file);
        if (keys.isTrue("uglyURLs")) {
            facts.permalink("/:folders/:slugorcontentbasename.html", file);
        } else if (keys.elements("frontmatter.date", String.class).contains(":filename")) {
            facts.permalink("/:folders/:slugorfileslug/", file);
        }
    }

    /** Languages in the names of files have feeds of their own; those in other folders are left out. */
    private static void languages(SiteFacts facts, Keys keys, String own, String file) {
        var languages = keys.inner("languages").stream()
                .flatMap(all -> all.table().keys().stream())
                .filter(code -> !code.equalsIgnoreCase(own) && !keys.isTrue("languages.%s.disabled".formatted(code)))
                .toList();
        var elsewhere = languages.stream()
                .filter(code -> keys.has("languages.%s.contentDir".formatted(code)))
                .toList();
        if (!elsewhere.isEmpty()) {
            facts.note("the posts in these languages are in other folders and are left out: %s"
                    .formatted(String.join(", ", elsewhere)));
        }
        var titles = languages.stream()
                .filter(code -> !elsewhere.contains(code))
                .map(code -> "%s = %s"
                        .formatted(
                                TomlText.quoted(code.toLowerCase(Locale.ROOT)),
                                TomlText.quoted(keys.text("languages.%s.title".formatted(code))
                                        .orElse(""))))
                .toList();
        facts.value(
                "site.languages",
                Optional.of("{ %s }".formatted(String.join(", ", titles))).filter(text -> !titles.isEmpty()),
                file);
    }
}
