package org.feedside.tools.setup;

import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.feeds.Format;

/** The names of the files that a page names: one that readers know of XML, and the one of JSON. */
final class FeedTag {
    private FeedTag() {}

    /** The first name that the site gives its feeds: its readers know it. */
    static String xmlName(Language language, SiteConfig config) {
        return language.feedFilenames().stream()
                .filter(name -> Format.of(name, config) != Format.JSON)
                .findFirst()
                .orElse(Format.ATOM.fileName());
    }

    /** The one that all languages have. */
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
