package org.feedside.tools.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedside.base.slugs.Slugs;
import org.feedside.base.text.PercentEncoding;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.feeds.Format;

/** Autodiscovery tags. A page links to one XML feed and to the JSON feed. */
final class AutodiscoveryTags {
    private AutodiscoveryTags() {}

    static String text(SiteSetup site) {
        return site.isZolas() ? zola(site) : html(site);
    }

    private static String zola(SiteSetup site) {
        var config = site.site();
        var conditions = config.languages().stream()
                .collect(Collectors.groupingBy(
                        language -> xmlName(language, config),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                language -> "lang == \"%s\"".formatted(language.code()), Collectors.joining(" or "))));
        var names = conditions.entrySet().stream()
                .filter(name -> conditions.size() > 1)
                .map(name -> Map.of(
                        "file", name.getKey(), "type", type(name.getKey(), config), "condition", name.getValue()))
                .toList();
        var feeds = site.service().feeds().stream()
                .map(feed -> Map.of("feed", feed.name(), "title", ConfigQuoting.html(feed.title())))
                .toList();
        var templates = config.languages().stream()
                .flatMap(language -> language.taxonomies().stream())
                .map(taxonomy -> taxonomy.name() + "/single.html")
                .distinct()
                .collect(Collectors.joining(", "));
        var file = xmlName(config);
        var lang = config.isMultilingual() ? ", lang=lang" : "";
        return TextTemplate.fill(
                "zola",
                Map.of("file", file, "type", type(file, config), "lang", lang, "templates", templates),
                Map.of(
                        "same_name", TextTemplate.onlyIf(names.isEmpty()),
                        "names", names,
                        "feeds", feeds,
                        "terms", TextTemplate.onlyIf(!templates.isEmpty()),
                        "chosen", TextTemplate.onlyIf(!site.service().sectionFeeds())));
    }

    /** Returns the tags as plain HTML with absolute URLs, for the templates of any generator. */
    private static String html(SiteSetup site) {
        var config = site.site();
        var language = config.defaultLanguage();
        var title = language.title().orElseGet(site::host);
        var name = xmlName(config);
        var tags = Stream.concat(
                Stream.of(tag(config, name, title), tag(config, Format.JSON.fileName(), title)),
                site.service().feeds().stream()
                        .map(feed -> tag(config, feed.name() + "/" + Format.ATOM.fileName(), feed.title())));
        var terms = language.taxonomies().stream()
                .map(taxonomy -> Slugs.ofPath(taxonomy.name(), config.slugify().taxonomies()))
                .map(folder -> tag(config, folder + "/TERM/" + name, "TERM"))
                .toList();
        return TextTemplate.fill(
                "html",
                Map.of(),
                Map.of("tags", tags.toList(), "terms", TextTemplate.onlyIf(!terms.isEmpty()), "term_tags", terms));
    }

    private static Map<String, String> tag(SiteConfig config, String path, String title) {
        return Map.of(
                "type", type(path.substring(path.lastIndexOf('/') + 1), config),
                "title", ConfigQuoting.html(title),
                "url", ConfigQuoting.html(PercentEncoding.url(config.url(path))));
    }

    /** Returns the first name in the site's configuration, which its readers know. */
    private static String xmlName(Language language, SiteConfig config) {
        return language.feedFilenames().stream()
                .filter(name -> Format.of(name, config) != Format.JSON)
                .findFirst()
                .orElse(Format.ATOM.fileName());
    }

    /** Returns the name that all languages have. */
    private static String xmlName(SiteConfig config) {
        var names = config.languages().stream()
                .map(language -> xmlName(language, config))
                .distinct()
                .toList();
        return names.size() == 1 ? names.get(0) : Format.ATOM.fileName();
    }

    private static String type(String name, SiteConfig config) {
        return Format.of(name, config).mediaType();
    }
}
