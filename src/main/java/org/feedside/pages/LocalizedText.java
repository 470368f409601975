package org.feedside.pages;

import org.feedside.base.text.XmlCharacters;
import org.feedside.formats.LanguageTag;

/** A text and its language, as a language tag. */
public record LocalizedText(String text, String language) {
    /** Returns a text of Feedside, which is in English. */
    static LocalizedText english(String text) {
        return new LocalizedText(text, "en");
    }

    /**
     * Returns a text of the site.
     *
     * @param code its language, as the configuration writes it
     */
    static LocalizedText of(String text, String code) {
        // HTML has the same restrictions on control characters as XML.
        return new LocalizedText(XmlCharacters.line(text), LanguageTag.of(code));
    }
}
