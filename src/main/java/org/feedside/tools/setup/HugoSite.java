package org.feedside.tools.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.tools.setup.SiteFiles.Keys;

/** Reads Hugo's configuration. */
final class HugoSite {
    private static final List<String> FOLDERS = List.of("", "config/_default/");
    private static final List<String> ENDINGS = List.of("toml", "yaml", "yml", "json");

    private static final List<String> NAMES = Stream.of("hugo.", "config.")
            .flatMap(name -> FOLDERS.stream().map(folder -> folder + name))
            .flatMap(name -> ENDINGS.stream().map(ending -> name + ending))
            .toList();

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
                        .map(keys -> facts(files, keys, name))
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
                .text("site.content", keys.text("contentDir"), file)
                .timezone(keys.text("timeZone"), file);
        permalink(facts, keys, file);
        keys.inner("taxonomies")
                .map(Keys::texts)
                .filter(names -> !names.isEmpty())
                .ifPresent(names -> facts.texts("site.taxonomies", names, file));
        if (keys.isTrue("disablePathToLower")) {
            facts.text("site.slugs", Optional.of("off"), file);
        }
        var goldmark = "markup.goldmark.extensions.";
        var typographer = goldmark + "typographer";
        if (!keys.isFalse(typographer) && !keys.isTrue(typographer + ".disable")) {
            facts.value("site.markdown.smart_punctuation", Optional.of(true), DEFAULT);
        }
        if (!keys.isFalse(goldmark + "definitionList")) {
            facts.value("site.markdown.definition_list", Optional.of(true), DEFAULT);
        }
        facts.value("site.markdown.render_emoji", Optional.of(true).filter(on -> keys.isTrue("enableEmoji")), file);
        var rss = keys.text("outputFormats.rss.baseName");
        facts.texts("site.rss", List.of(rss.orElse("index") + ".xml"), rss.isPresent() ? file : "Hugo's usual name");
        return facts;
    }

    /** Hugo has a pattern for each section; Feedside has one for all posts. */
    private static void permalink(SiteFacts facts, Keys keys, String file) {
        var patterns = new ArrayList<String>();
        keys.inner("permalinks").map(Keys::texts).ifPresent(patterns::addAll);
        keys.inner("permalinks.page").map(Keys::texts).ifPresent(patterns::addAll);
        var different = patterns.stream().distinct().toList();
        if (different.size() == 1) {
            facts.permalink(different.get(0), file);
        } else if (different.size() > 1) {
            facts.note("%s has several permalinks (%s), but `permalink` is one pattern for all posts: choose one"
                    .formatted(file, String.join(", ", different)));
        } else if (keys.isTrue("uglyURLs")) {
            facts.permalink("/:folders/:slugorcontentbasename.html", file);
        }
    }
}
