package org.feedside.pages;

import org.feedside.base.text.XmlCharacters;
import org.feedside.formats.LanguageTag;

/**
 * A text and its language.
 *
 * @param language a language tag; empty for a text in the language of the page
 */
public record LocalizedText(String text, String language) {
    /** Returns a text of Feedside, which is in the language of the page. */
    static LocalizedText own(String text) {
        return new LocalizedText(text, "");
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
