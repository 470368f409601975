package org.feedside.site;

import java.util.Optional;
import org.feedside.config.Language;
import org.feedside.config.SiteConfig;

/**
 * The language of a file by its name (zola.md, section 6).
 *
 * @param name the file's name without {@code .md} and without the suffix of another language
 */
record LanguageSuffix(Language language, String name) {
    /** Empty if the name has a suffix that is no language of the site. */
    static Optional<LanguageSuffix> of(String stem, SiteConfig config) {
        var dot = stem.indexOf('.');
        if (!config.isMultilingual() || dot < 0) {
            return Optional.of(new LanguageSuffix(config.defaultLanguage(), stem));
        }
        var code = stem.substring(dot + 1);
        if (code.equals(config.defaultLanguage().code())) {
            // Zola takes the code of the default language, but leaves it in the name.
            return Optional.of(new LanguageSuffix(config.defaultLanguage(), stem));
        }
        return config.language(code).map(language -> new LanguageSuffix(language, stem.substring(0, dot)));
    }
}
