package org.feedside.site;

import java.util.Optional;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;

/**
 * The language that a file's name ends in (zola.md, section 6).
 *
 * @param name the file's name without {@code .md} and without the suffix of another language
 */
record LanguageSuffix(Language language, String name) {
    /** Reads a file's name; empty if its suffix is not a language of the site. */
    static Optional<LanguageSuffix> of(String stem, SiteConfig config) {
        var dot = stem.indexOf('.');
        if (!config.isMultilingual() || dot < 0) {
            return Optional.of(new LanguageSuffix(config.defaultLanguage(), stem));
        }
        var code = stem.substring(dot + 1);
        if (code.equals(config.defaultLanguage().code())) {
            // Zola accepts the code of the default language, but keeps it in the name.
            return Optional.of(new LanguageSuffix(config.defaultLanguage(), stem));
        }
        return config.language(code).map(language -> new LanguageSuffix(language, stem.substring(0, dot)));
    }
}
