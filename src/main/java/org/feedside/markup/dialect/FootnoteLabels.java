package org.feedside.markup.dialect;

import java.util.Locale;

/** Compares footnote labels without regard to case. */
final class FootnoteLabels {
    private FootnoteLabels() {}

    static String key(String label) {
        return label.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }
}
