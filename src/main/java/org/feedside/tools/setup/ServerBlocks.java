package org.feedside.tools.setup;

import java.util.Map;
import java.util.TreeMap;

/** Configuration blocks of web servers: feeds come from Feedside, or from its files when it is down. */
final class ServerBlocks {
    private ServerBlocks() {}

    static String nginx(SiteSetup site) {
        var kinds = FeedFileKind.of(site.site()).stream()
                .map(kind -> kind(kind, kind.pattern(site.basePath())))
                .toList();
        var strip = site.basePath().isEmpty()
                ? ""
                : "rewrite ^%s(/.*)$ $1 break;".formatted(FeedFileKind.escaped(site.basePath()));
        var text = TextTemplate.of("nginx-head").text()
                + TextTemplate.of("nginx-feed").repeat(kinds).text()
                + (site.pages().isEmpty() ? "" : TextTemplate.of("nginx-pages").text());
        return new TextTemplate(text).fill(values(site, "strip", strip)).text();
    }

    static String caddy(SiteSetup site) {
        var kinds = FeedFileKind.of(site.site()).stream()
                .map(kind -> kind(kind, kind.pattern("")))
                .toList();
        var matchers = TextTemplate.of("caddy-matchers").repeat(kinds).text();
        var isBelow = !site.basePath().isEmpty();
        var feeds = matchers + withPages(site, "caddy-feeds").repeatLines(kinds).text();
        // A matcher that is defined in the site's block is also visible in nested blocks, where it must not be defined
        // again.
        var kept = (isBelow ? matchers : "")
                + TextTemplate.of("caddy-kept").repeatLines(kinds).text();
        var scheme = "http".equals(site.baseUrl().getScheme()) ? "http://" : "";
        return "# In the Caddyfile.\n"
                + scheme
                + site.host()
                + " {\n"
                + below(site, feeds, isBelow)
                        .fill(caddyValues(site))
                        .indented(4)
                        .text()
                + "\n    handle_errors {\n"
                + below(site, kept, isBelow).fill(caddyValues(site)).indented(8).text()
                + "    }\n}\n";
    }

    /** Feedside also answers without the path of base_url, and its files do not contain that path. */
    private static TextTemplate below(SiteSetup site, String text, boolean isBelow) {
        var template = new TextTemplate(text);
        return isBelow
                ? new TextTemplate("handle_path " + site.basePath() + "/* {\n"
                        + template.indented(4).text() + "}\n")
                : template;
    }

    private static Map<String, String> caddyValues(SiteSetup site) {
        // handle_path has removed the path of base_url.
        return values(
                site,
                "pages",
                site.service().pages().folder().map("/%s"::formatted).orElse(""));
    }

    static String apache(SiteSetup site) {
        var files = FeedFileKind.of(site.site());
        var kinds = files.stream()
                .map(kind -> kind(kind, ConfigQuoting.quotedPattern(kind.pattern(site.basePath()))))
                .toList();
        var types = files.stream()
                .map(kind -> Map.of(
                        "files",
                        ConfigQuoting.quotedPattern(kind.filePattern()),
                        "type",
                        kind.format().contentType()))
                .toList();
        var alias = site.basePath().isEmpty()
                ? ""
                : "Alias %s %s".formatted(site.basePath(), ConfigQuoting.quoted(site.feeds()));
        var text = TextTemplate.of("apache-head").text()
                + TextTemplate.of("apache-type").repeat(types).text()
                + withPages(site, "apache-site").repeatLines(kinds).text();
        return new TextTemplate(text).fill(values(site, "alias", alias)).text();
    }

    /** Removes the lines about pages from a template if the site has no pages. */
    private static TextTemplate withPages(SiteSetup site, String name) {
        var template = TextTemplate.of(name);
        return site.pages().isEmpty() ? template.without("pages") : template;
    }

    private static Map<String, String> kind(FeedFileKind kind, String pattern) {
        return Map.of(
                "kind", kind.word(),
                "pattern", pattern,
                "type", kind.format().contentType());
    }

    private static Map<String, String> values(SiteSetup site, String name, String value) {
        var values = new TreeMap<>(Map.of(
                "host", site.host(),
                "address", site.address(),
                "standby", site.standby(),
                "feeds", ConfigQuoting.quoted(site.feeds()),
                "public", ConfigQuoting.quoted(site.built()),
                "pages", site.pages().orElse("")));
        values.put(name, value);
        return values;
    }
}
