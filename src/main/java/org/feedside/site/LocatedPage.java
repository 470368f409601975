package org.feedside.site;

import java.util.Optional;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.Page;
import org.feedside.content.PageDate;

/**
 * A page with the values that are derived from its file name and the configuration.
 *
 * @param date the date in front matter, else the one in the file's name
 * @param folder the folder of the section that the page belongs to
 * @param path the path of its URL below base_url, with a leading slash
 */
record LocatedPage(Page page, Language language, Optional<PageDate> date, String folder, String slug, String path) {
    /** Returns this page where the built site has it. */
    LocatedPage asBuilt() {
        return page.builtPath()
                .map(built -> new LocatedPage(page, language, date, folder, slug, built))
                .orElse(this);
    }

    /** The path below which all pages of a language are. */
    static String prefix(Language language, SiteConfig config) {
        return language.equals(config.defaultLanguage()) ? "/" : "/" + language.code() + "/";
    }
}
