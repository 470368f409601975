package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The info string of a code fence (zola.md, section 10.4), as far as it affects readers: the language and the hidden
 * lines.
 *
 * @param language empty for none
 */
record CodeFence(String language, List<Lines> hidden) {
    private static final String PLAIN = "plain";

    /** A range of lines, inclusive, counted from 1. */
    record Lines(int first, int last) {
        boolean contains(int line) {
            return first <= line && line <= last;
        }
    }

    static CodeFence of(String info) {
        var language = "";
        var hidden = new ArrayList<Lines>();
        for (var word : info.split(",", -1)) {
            var equals = word.indexOf('=');
            var key = (equals < 0 ? word : word.substring(0, equals)).strip();
            if (equals >= 0 && key.equals("hide_lines")) {
                addLines(word.substring(equals + 1), hidden);
            } else if (equals < 0 && language.isEmpty() && !key.equals("linenos")) {
                language = key;
            }
        }
        return new CodeFence(language.equals(PLAIN) ? "" : language, hidden);
    }

    private static void addLines(String ranges, List<Lines> lines) {
        for (var range : ranges.strip().split("\\s+", -1)) {
            if (range.matches("\\d{1,8}(-\\d{1,8})?")) {
                var ends = range.split("-", -1);
                var first = Integer.parseInt(ends[0]);
                var last = Integer.parseInt(ends[ends.length - 1]);
                lines.add(new Lines(Math.min(first, last), Math.max(first, last)));
            }
        }
    }

    String visible(String code) {
        if (hidden.isEmpty()) {
            return code;
        }
        var lines = code.split("(?<=\\n)", -1);
        return IntStream.range(0, lines.length)
                .filter(i -> hidden.stream().noneMatch(range -> range.contains(i + 1)))
                .mapToObj(i -> lines[i])
                .collect(Collectors.joining());
    }
}
