package org.feedside.markup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of cases in text files: one row per line, columns separated by bars, arrows for line breaks. */
final class Rows {
    private Rows() {}

    static Stream<Arguments> of(String file) {
        return lines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
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

    private static List<String> lines(String file) {
        try (var stream = Objects.requireNonNull(Rows.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
