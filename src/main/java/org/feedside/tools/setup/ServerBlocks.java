package org.feedside.tools.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.feedside.config.SiteConfig;
import org.feedside.feeds.Format;

/** Configuration blocks of web servers: feeds come from Feedside, or from its files when it is down. */
final class ServerBlocks {
    private ServerBlocks() {}

    static String text(String server, SiteSetup site) {
        var path = site.basePath();
        var isBelow = !path.isEmpty();
        var kinds = Arrays.stream(Format.values())
                .map(format -> values(format, names(format, site.site()), path))
                .toList();
        var pages = site.service().pages().folder().stream()
                .map(folder -> Map.of("pages", "/" + folder))
                .toList();
        // Feedside also answers without the path of base_url, and its files do not contain that path.
        var below = TextTemplate.onlyIf(isBelow);
        // A matcher of Caddy that is defined in the site's block is also visible in nested blocks, where it must not be
        // defined again.
        var kindsBelow = isBelow ? kinds : List.<Map<String, String>>of();
        return TextTemplate.fill(
                server,
                Map.of(
                        "host", site.host(),
                        "scheme", "http".equals(site.baseUrl().getScheme()) ? "http://" : "",
                        "path", path,
                        "escaped_path", escaped(path),
                        "indent", isBelow ? "    " : "",
                        "address", site.address(),
                        "standby", site.standby(),
                        "feeds", ConfigQuoting.quoted(site.feeds().toString()),
                        "public", ConfigQuoting.quoted(site.built().toString())),
                Map.of("kinds", kinds, "kinds_below", kindsBelow, "below", below, "pages", pages));
    }

    private static Map<String, String> values(Format format, List<String> names, String path) {
        var alternatives = alternatives(names.stream());
        var files = alternatives(names.stream().map(name -> name.substring(name.lastIndexOf('/') + 1)));
        var anywhere = "(^|/)" + alternatives + "$";
        var pattern = path.isEmpty() ? anywhere : "^" + escaped(path) + "/(.*/)?" + alternatives + "$";
        return Map.of(
                "kind", format.name().toLowerCase(Locale.ROOT),
                "type", format.contentType(),
                "pattern", pattern,
                "plain_pattern", anywhere,
                "quoted_pattern", ConfigQuoting.quotedPattern(pattern),
                "quoted_files", ConfigQuoting.quotedPattern("^" + files + "$"));
    }

    /** Returns the names of a format's files in all languages, Feedside's own first. */
    private static List<String> names(Format format, SiteConfig config) {
        var others = config.languages().stream()
                .flatMap(language -> language.feedFilenames().stream())
                .filter(name -> Format.of(name, config) == format)
                .sorted();
        return Stream.concat(Stream.of(format.fileName()), others).distinct().toList();
    }

    /** Returns a regular expression for any of the names. */
    private static String alternatives(Stream<String> names) {
        var escaped = names.distinct().map(ServerBlocks::escaped).toList();
        return escaped.size() == 1 ? escaped.get(0) : "(" + String.join("|", escaped) + ")";
    }

    /** Returns the text as a regular expression that matches it literally. */
    private static String escaped(String text) {
        return text.replaceAll("[.+*?^$()\\[\\]{}|\\\\]", "\\\\$0");
    }
}
