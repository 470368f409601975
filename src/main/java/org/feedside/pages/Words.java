package org.feedside.pages;

import org.feedside.formats.LanguageTag;

/** What the site says, in its own language. */
public record Words(String text, String language) {
    /** The words of a site's language, by the code that its configuration writes. */
    static Words of(String text, String code) {
        return new Words(text, LanguageTag.of(code));
    }
}
