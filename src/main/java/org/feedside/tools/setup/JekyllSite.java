package org.feedside.tools.setup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.tools.setup.SiteFiles.Keys;

/** Reads Jekyll's configuration. */
final class JekyllSite {
    private static final List<String> NAMES = List.of("_config.yml", "_config.yaml", "_config.toml");

    private static final String DEFAULT = "Jekyll's defaults";
    private static final String KRAMDOWN = "kramdown";
    private static final Pattern HOST = Pattern.compile("^(?:\\w+://)?[^/]+");

    private JekyllSite() {}

    static Optional<SiteFindings> find(SiteFiles files) {
        return NAMES.stream()
                .flatMap(name -> files.keys(name).map(keys -> facts(files, keys, name)).stream())
                .findFirst()
                .map(facts -> facts.of("Jekyll", files));
    }

    private static SiteFacts facts(SiteFiles files, Keys keys, String file) {
        var path = keys.text("baseurl").orElse("");
        var author = keys.text("author").map(name -> SiteFacts.withEmail(name, keys.text("email")));
        var facts = new SiteFacts()
                .baseUrl(keys.text("url").map(url -> SiteFacts.join(withLowerCaseHost(url), path)), file)
                .domain(files.text("CNAME"), "CNAME")
                .text("site.title", keys.text("title"), file)
                .text("site.title", keys.text("name"), file)
                .text("site.description", keys.text("description"), file)
                .text("site.description", keys.text("tagline"), file)
                .text("site.author", author, file)
                .author(keys, "author", file)
                .text("site.language", keys.text("lang"), file)
                .text("site.language", keys.text("locale"), file)
                .text("site.content", keys.text("source").filter(source -> !source.matches("\\.?/?")), file)
                .timezone(keys.text("timezone"), file)
                .built(keys.text("destination").or(() -> Optional.of("_site")), files, file);
        keys.text("collections.posts.permalink")
                .or(() -> keys.text("permalink"))
                .ifPresent(pattern -> facts.permalink(pattern, file));
        facts.defaults(defaults(keys), file)
                .ignored(keys.elements("exclude", String.class), file)
                .value("future", Optional.of(true).filter(future -> keys.isTrue("future")), file);
        facts.value("limit", keys.number("feed.posts_limit"), file).value("limit", Optional.of(10), DEFAULT);
        if (keys.text("markdown").orElse(KRAMDOWN).equalsIgnoreCase(KRAMDOWN)) {
            facts.value("site.markdown.smart_punctuation", Optional.of(true), DEFAULT)
                    .value("site.markdown.definition_list", Optional.of(true), DEFAULT);
        }
        var feed = keys.text("feed.path").map(name -> name.replaceFirst("^/+", ""));
        return facts.texts(
                "site.atom", List.of(feed.orElse("feed.xml")), feed.isPresent() ? file : "jekyll-feed's usual name");
    }

    /** Jekyll's {@code absolute_url} writes the host, and so the ids of jekyll-feed, in lower case. */
    private static String withLowerCaseHost(String url) {
        return HOST.matcher(url).replaceFirst(host -> host.group().toLowerCase(Locale.ROOT));
    }

    /** Returns the front matter of {@code defaults} whose scope can contain posts. */
    private static List<String> defaults(Keys keys) {
        return keys.list("defaults").stream()
                .filter(entry -> List.of("posts", "drafts")
                        .contains(entry.text("scope.type").orElse("posts")))
                .flatMap(entry -> entry
                        .inner("values")
                        .map(values -> SiteFacts.inline(
                                entry.text("scope.path").orElse("").replaceAll("^/+|/+$", ""), values.table()))
                        .stream())
                .toList();
    }
}
