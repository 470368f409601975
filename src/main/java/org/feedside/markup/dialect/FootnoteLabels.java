package org.feedside.markup.dialect;

import java.util.Locale;

/** Labels of footnotes are equal whatever their case. */
final class FootnoteLabels {
    private FootnoteLabels() {}

    static String key(String label) {
        return label.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }
}
