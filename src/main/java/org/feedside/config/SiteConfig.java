package org.feedside.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the site's configuration says about its feeds.
 *
 * @param file the configuration file, as diagnostics name it
 * @param baseUrl absolute, with or without a slash at the end
 * @param feedLimit how many entries a feed has at most; 0 for none at all, as in Zola
 * @param taxonomyRoot a path that stands before all taxonomies' paths
 * @param ignoredContent which files are no pages
 * @param languages the default language first, then the others by their code
 * @param feedTemplates what the site's own templates of feeds make, by the feed's file name
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

    /** Whether a feed of this name is RSS, and not Atom: the site's template of it says so, or else the name. */
    public boolean isRss(String fileName) {
        return Optional.ofNullable(feedTemplates.get(fileName))
                .map(template -> template == FeedTemplate.RSS)
                .orElse(fileName.contains("rss"));
    }

    public boolean isMultilingual() {
        return languages.size() > 1;
    }

    /**
     * The absolute URL of a path of the site, made as Zola makes it: plain concatenation with one slash between, and a
     * slash at the end unless the path ends with a feed's name or has a fragment (zola.md, section 5).
     */
    public String permalink(String path) {
        var isFile = path.isEmpty()
                || path.endsWith("/")
                || path.contains("#")
                || defaultLanguage().feedFilenames().stream().anyMatch(path::endsWith);
        return url(path) + (isFile ? "" : "/");
    }

    /** The absolute URL of a path of the site, with nothing added at the end. */
    public String url(String path) {
        var base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return base + (path.startsWith("/") ? path : "/" + path);
    }
}
