package org.feedside.tools.doctor;

import java.util.Locale;

/** Formats numbers independently of the machine's locale. */
final class NumberText {
    private NumberText() {}

    static String format(String sentence, Object... numbers) {
        return String.format(Locale.ROOT, sentence, numbers);
    }
}
