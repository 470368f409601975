package org.feedside.testing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lists of short texts, written as one text: {@code ␣} represents a space and {@code ⏎} a line feed, because spaces and
 * line feeds separate the texts.
 */
public final class Words {
    private static final Pattern SEPARATORS = Pattern.compile("[ \n]+");

    private Words() {}

    public static List<String> of(String text) {
        return SEPARATORS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace('␣', ' ').replace('⏎', '\n'))
                .toList();
    }
}
