package org.feedside.tools.doctor;

import java.util.Locale;

/** Numbers in sentences, written alike on every machine. */
final class NumberText {
    private NumberText() {}

    static String format(String sentence, Object... numbers) {
        return String.format(Locale.ROOT, sentence, numbers);
    }
}
