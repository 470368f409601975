package org.feedside.tools.setup;

import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.feeds.Format;

/** The names of the feed files that a page links to: one XML feed and the JSON feed. */
final class FeedTag {
    private FeedTag() {}

    /** The first name in the site's configuration, which its readers know. */
    static String xmlName(Language language, SiteConfig config) {
        return language.feedFilenames().stream()
                .filter(name -> Format.of(name, config) != Format.JSON)
                .findFirst()
                .orElse(Format.ATOM.fileName());
    }

    /** The name that all languages have. */
    static String xmlName(SiteConfig config) {
        var names = config.languages().stream()
                .map(language -> xmlName(language, config))
                .distinct()
                .toList();
        return names.size() == 1 ? names.get(0) : Format.ATOM.fileName();
    }

    static String of(String name, String title, String href, SiteConfig config) {
        return "<link rel=\"alternate\" type=\"%s\" title=\"%s\" href=\"%s\">\n"
                .formatted(Format.of(name, config).mediaType(), title, href);
    }
}
