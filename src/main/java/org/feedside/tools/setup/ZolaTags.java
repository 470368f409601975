package org.feedside.tools.setup;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedside.config.Taxonomy;
import org.feedside.feeds.Format;

/** Autodiscovery tags for the templates of a Zola site. */
final class ZolaTags {
    private ZolaTags() {}

    static String text(SiteSetup site) {
        var name = FeedTag.xmlName(site.site());
        var file = Map.of("file", name, "type", Format.of(name, site.site()).mediaType());
        var all = site.service().sectionFeeds();
        return TextTemplate.of("zola-base").text()
                + base(site)
                + terms(site).fill(file).text()
                + TextTemplate.of("zola-section")
                        .fill(file)
                        .fill(Map.of(
                                "if", all ? "" : "{% if section.generate_feeds %}",
                                "endif", all ? "" : "{% endif %}"))
                        .text();
    }

    private static String base(SiteSetup site) {
        var tags = new StringBuilder();
        var byName = new LinkedHashMap<String, List<String>>();
        for (var language : site.site().languages()) {
            byName.computeIfAbsent(FeedTag.xmlName(language, site.site()), n -> new java.util.ArrayList<>())
                    .add(language.code());
        }
        if (byName.size() == 1) {
            byName.keySet().forEach(name -> tags.append(tag(site, name)));
        } else {
            byName.forEach((name, languages) -> tags.append("{% if ")
                    .append(languages.stream().map("lang == \"%s\""::formatted).collect(Collectors.joining(" or ")))
                    .append(" %}\n")
                    .append(tag(site, name))
                    .append("{% endif %}\n"));
        }
        tags.append(tag(site, Format.JSON.fileName()));
        for (var feed : site.service().feeds()) {
            var name = Format.ATOM.fileName();
            tags.append(FeedTag.of(
                    name,
                    ConfigQuoting.html(feed.title()),
                    "{{ get_url(path='%s/%s', trailing_slash=false) }}".formatted(feed.name(), name),
                    site.site()));
        }
        return tags.toString();
    }

    private static String tag(SiteSetup site, String name) {
        var language = site.site().isMultilingual() ? ", lang=lang" : "";
        return FeedTag.of(
                name,
                "All posts",
                "{{ get_url(path='%s'%s, trailing_slash=false) }}".formatted(name, language),
                site.site());
    }

    private static TextTemplate terms(SiteSetup site) {
        var taxonomies = new LinkedHashSet<String>();
        site.site()
                .languages()
                .forEach(language ->
                        language.taxonomies().stream().map(Taxonomy::name).forEach(taxonomies::add));
        if (taxonomies.isEmpty()) {
            return new TextTemplate("");
        }
        var own = taxonomies.stream().map("%s/single.html"::formatted).collect(Collectors.joining(", "));
        return TextTemplate.of("zola-term")
                .fill(Map.of("templates", "templates/taxonomy_single.html (or %s)".formatted(own)));
    }
}
