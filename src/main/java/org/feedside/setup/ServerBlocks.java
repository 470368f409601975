package org.feedside.setup;

import java.util.Map;
import java.util.TreeMap;

/** What web servers must be told, for feeds to come from Feedside, and from its files when it is down. */
final class ServerBlocks {
    private ServerBlocks() {}

    static String nginx(SiteSetup site) {
        var kinds = FileKind.of(site.site()).stream()
                .map(kind -> kind(kind, kind.pattern(site.basePath())))
                .toList();
        var strip = site.basePath().isEmpty()
                ? ""
                : "rewrite ^%s(/.*)$ $1 break;".formatted(FileKind.escaped(site.basePath()));
        var text = Template.of("nginx-head").text()
                + Template.of("nginx-feed").repeat(kinds).text()
                + (site.pages().isEmpty() ? "" : Template.of("nginx-pages").text());
        return new Template(text).fill(values(site, "strip", strip)).text();
    }

    static String caddy(SiteSetup site) {
        var kinds = FileKind.of(site.site()).stream()
                .map(kind -> kind(kind, kind.pattern("")))
                .toList();
        var matchers = Template.of("caddy-matchers").repeat(kinds).text();
        var isBelow = !site.basePath().isEmpty();
        var feeds = matchers + withPages(site, "caddy-feeds").repeatLines(kinds).text();
        // What is named in the site's block is known in the blocks in it, and may not be named there again.
        var kept = (isBelow ? matchers : "")
                + Template.of("caddy-kept").repeatLines(kinds).text();
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

    /** Feedside answers without base_url's path as well, and its files lie without it. */
    private static Template below(SiteSetup site, String text, boolean isBelow) {
        var template = new Template(text);
        return isBelow
                ? new Template("handle_path " + site.basePath() + "/* {\n"
                        + template.indented(4).text() + "}\n")
                : template;
    }

    private static Map<String, String> caddyValues(SiteSetup site) {
        // handle_path has taken base_url's path away.
        return values(
                site,
                "pages",
                site.service().pages().folder().map("/%s"::formatted).orElse(""));
    }

    static String apache(SiteSetup site) {
        var files = FileKind.of(site.site());
        var kinds = files.stream()
                .map(kind -> kind(kind, Words.quotedPattern(kind.pattern(site.basePath()))))
                .toList();
        var types = files.stream()
                .map(kind -> Map.of(
                        "files",
                        Words.quotedPattern(kind.filePattern()),
                        "type",
                        kind.format().contentType()))
                .toList();
        var alias =
                site.basePath().isEmpty() ? "" : "Alias %s %s".formatted(site.basePath(), Words.quoted(site.feeds()));
        var text = Template.of("apache-head").text()
                + Template.of("apache-type").repeat(types).text()
                + withPages(site, "apache-site").repeatLines(kinds).text();
        return new Template(text).fill(values(site, "alias", alias)).text();
    }

    /** A template without what it says of pages, if there are none. */
    private static Template withPages(SiteSetup site, String name) {
        var template = Template.of(name);
        return site.pages().isEmpty() ? template.without("pages") : template;
    }

    private static Map<String, String> kind(FileKind kind, String pattern) {
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
                "feeds", Words.quoted(site.feeds()),
                "public", Words.quoted(site.built()),
                "pages", site.pages().orElse("")));
        values.put(name, value);
        return values;
    }
}
