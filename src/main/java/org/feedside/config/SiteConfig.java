package org.feedside.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.feedside.base.text.WebUrl;

/**
 * The site's configuration, as far as it concerns feeds.
 *
 * @param file the name of the configuration file, for diagnostics
 * @param baseUrl an absolute URL as it is configured, with letters of any script, with or without a trailing slash
 * @param feedLimit the maximum number of entries in a feed; 0 means none, as in Zola
 * @param taxonomyRoot the path prefix of all taxonomies
 * @param ignoredContent globs of files that are not pages
 * @param languages the default language first, then the others sorted by code
 * @param feedTemplates the formats of the site's own feed templates, by the feed's file name
 */
public record SiteConfig(
        String file,
        String baseUrl,
        Optional<String> author,
        OptionalInt feedLimit,
        Optional<String> taxonomyRoot,
        Slugify slugify,
        MarkdownConfig markdown,
        List<Glob> ignoredContent,
        List<Language> languages,
        Optional<String> theme,
        Map<String, FeedTemplate> feedTemplates,
        Layout layout) {
    public SiteConfig {
        feedTemplates = Map.copyOf(feedTemplates);
        languages = List.copyOf(languages);
        ignoredContent = List.copyOf(ignoredContent);
    }

    SiteConfig withFeedTemplates(Map<String, FeedTemplate> templates) {
        return new SiteConfig(
                file,
                baseUrl,
                author,
                feedLimit,
                taxonomyRoot,
                slugify,
                markdown,
                ignoredContent,
                languages,
                theme,
                templates,
                layout);
    }

    public Language defaultLanguage() {
        return languages.get(0);
    }

    public Optional<Language> language(String code) {
        return languages.stream().filter(l -> l.code().equals(code)).findFirst();
    }

    /** Returns whether a feed with this name is RSS and not Atom. The site's own template decides, or else the name. */
    public boolean isRss(String fileName) {
        return Optional.ofNullable(feedTemplates.get(fileName))
                .map(template -> template == FeedTemplate.RSS)
                .orElse(fileName.contains("rss"));
    }

    public boolean isMultilingual() {
        return languages.size() > 1;
    }

    /**
     * Returns the absolute URL of a path as Zola makes it: plain concatenation with one slash between, and a trailing slash
     * unless the path ends with a feed's name or has a fragment (zola.md, section 5).
     */
    public String permalink(String path) {
        var isFile = path.isEmpty()
                || path.endsWith("/")
                || path.contains("#")
                || defaultLanguage().feedFilenames().stream().anyMatch(path::endsWith);
        return url(path) + (isFile ? "" : "/");
    }

    /** Returns base_url as the address at which the site is reached. */
    public URI address() {
        return WebUrl.parse(baseUrl).orElseThrow();
    }

    /** Returns the absolute URL of a path, without adding a trailing slash. */
    public String url(String path) {
        var base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return base + (path.startsWith("/") ? path : "/" + path);
    }
}
