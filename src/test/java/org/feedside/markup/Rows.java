package org.feedside.markup;

import java.util.Arrays;
import java.util.stream.Stream;
import org.feedside.base.text.TextResource;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of cases in text files: one row per line, columns separated by bars, arrows for line breaks. */
final class Rows {
    private Rows() {}

    static Stream<Arguments> of(String file) {
        return TextResource.lines(Rows.class, file).stream()
                .map(line -> Arrays.stream((line + " ").split("(?<= )¦ ", -1))
                        .map(Rows::cell)
                        .toArray())
                .map(Arguments::of);
    }

    private static String cell(String text) {
        var cell = text.endsWith(" ") ? text.substring(0, text.length() - 1) : text;
        return cell.replace('⏎', '\n').replace('␍', '\r').replace("␀", "\0").replace("␈", "\b");
    }

    /** Ignores white space next to tags. */
    static String folded(String html) {
        return html.replaceAll("\\s*\n\\s*(?=<(?!/code|a |em|sup))", "")
                .replaceAll("(>)\\s*\n\\s*", "$1")
                .strip();
    }
}
