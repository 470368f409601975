package org.feedside.site;

import java.util.Optional;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;
import org.feedside.content.Page;
import org.feedside.content.PageDate;

/**
 * A page with what follows from its name and the configuration.
 *
 * @param date front matter's, else the one in the name
 * @param folder the folder whose section the page belongs to
 * @param path of its URL below base_url, with a slash at the start
 */
record LocatedPage(Page page, Language language, Optional<PageDate> date, String folder, String slug, String path) {
    /** The path below which all of a language stands. */
    static String prefix(Language language, SiteConfig config) {
        return language.equals(config.defaultLanguage()) ? "/" : "/" + language.code() + "/";
    }
}
