package org.feedside.pages;

import org.feedside.feeds.XmlCharacters;
import org.feedside.formats.LanguageTag;

/** Words in a language of their own, mostly the site's. */
public record LocalizedText(String text, String language) {
    /** Ours. */
    static LocalizedText ours(String text) {
        return new LocalizedText(text, "en");
    }

    /**
     * The site's.
     *
     * @param code its language, as its configuration writes it
     */
    static LocalizedText of(String text, String code) {
        // HTML can hold no more than XML of what a control character does.
        return new LocalizedText(XmlCharacters.clean(text), LanguageTag.of(code));
    }
}
