package org.feedside.tools.setup;

import java.util.List;
import java.util.Map;

/** Configuration blocks of web servers: feeds come from Feedside, or from its files when it is down. */
final class ServerBlocks {
    private ServerBlocks() {}

    static String text(String server, SiteSetup site) {
        var path = site.basePath();
        var isBelow = !path.isEmpty();
        var kinds = FeedFileKind.of(site.site()).stream()
                .map(kind -> values(kind, path))
                .toList();
        var pages = site.service().pages().folder().stream()
                .map(folder -> Map.of("pages", "/" + folder))
                .toList();
        return TextTemplate.fill(
                server,
                Map.of(
                        "host", site.host(),
                        "scheme", "http".equals(site.baseUrl().getScheme()) ? "http://" : "",
                        "path", path,
                        "escaped_path", FeedFileKind.escaped(path),
                        "indent", isBelow ? "    " : "",
                        "address", site.address(),
                        "standby", site.standby(),
                        "feeds", ConfigQuoting.quoted(site.feeds()),
                        "public", ConfigQuoting.quoted(site.built())),
                Map.of(
                        "kinds",
                        kinds,
                        // A matcher of Caddy that is defined in the site's block is also visible in nested blocks,
                        // where it
                        // must not be defined again.
                        "kinds_below",
                        isBelow ? kinds : List.of(),
                        // Feedside also answers without the path of base_url, and its files do not contain that path.
                        "below",
                        TextTemplate.onlyIf(isBelow),
                        "pages",
                        pages));
    }

    private static Map<String, String> values(FeedFileKind kind, String path) {
        return Map.of(
                "kind", kind.word(),
                "type", kind.format().contentType(),
                "pattern", kind.pattern(path),
                "plain_pattern", kind.pattern(""),
                "quoted_pattern", ConfigQuoting.quotedPattern(kind.pattern(path)),
                "quoted_files", ConfigQuoting.quotedPattern(kind.filePattern()));
    }
}
