package org.feedside.doctor;

import java.util.Locale;

/** Numbers in sentences, written alike on every machine. */
final class Numbers {
    private Numbers() {}

    static String format(String sentence, Object... numbers) {
        return String.format(Locale.ROOT, sentence, numbers);
    }
}
