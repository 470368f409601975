package org.feedside.tools.setup;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text with placeholders {@code ${name}}. A line whose only value is empty is left out. */
record TextTemplate(String text) {
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

    static TextTemplate of(String name) {
        return new TextTemplate(TextResource.text("snippets/" + name + ".txt"));
    }

    /** Returns the text with the known values. Other placeholders stay. */
    TextTemplate fill(Map<String, String> values) {
        return lines(line -> filled(line, values));
    }

    /** Returns the text once for each value. */
    TextTemplate repeat(List<Map<String, String>> each) {
        return new TextTemplate(each.stream().map(values -> fill(values).text()).collect(Collectors.joining()));
    }

    /** Repeats each line that contains one of the names for each value, and keeps the other lines once. */
    TextTemplate repeatLines(List<Map<String, String>> each) {
        return lines(line -> names(line).anyMatch(each.get(0)::containsKey)
                ? each.stream().flatMap(values -> filled(line, values))
                : Stream.of(line));
    }

    /** Returns the text without the lines that contain the word. */
    TextTemplate without(String word) {
        return lines(line -> Stream.of(line).filter(l -> !l.contains(word)));
    }

    TextTemplate indented(int columns) {
        return lines(line -> Stream.of(line.isEmpty() ? "" : " ".repeat(columns) + line));
    }

    /** Replaces each line. */
    private TextTemplate lines(Function<String, Stream<String>> each) {
        return new TextTemplate(
                text.lines().flatMap(each).map(line -> line + "\n").collect(Collectors.joining()));
    }

    private static Stream<String> filled(String line, Map<String, String> values) {
        var names = names(line).toList();
        if (!names.isEmpty() && names.stream().allMatch(name -> "".equals(values.get(name)))) {
            return Stream.empty();
        }
        return Stream.of(NAME.matcher(line)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group()))));
    }

    private static Stream<String> names(String line) {
        return NAME.matcher(line).results().map(match -> match.group(1));
    }
}
