package org.feedside.tools.setup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedside.base.text.TextResource;

/**
 * Fills the templates of snippets. {@code ${name}} is replaced by a value. The lines between {@code ${#name}} and {@code
 * ${/name}} are repeated for each element of a list, with the element's own values; an empty list leaves them out.
 */
final class TextTemplate {
    private static final Pattern VALUE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern LIST = Pattern.compile("\\$\\{#(\\w+)}\n(.*?)\\$\\{/\\1}\n", Pattern.DOTALL);

    private TextTemplate() {}

    static String fill(String name, Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
        return filled(TextResource.text(TextTemplate.class, "snippets/" + name + ".txt"), values, lists);
    }

    /** Returns a list for lines that are wanted or not. */
    static List<Map<String, String>> onlyIf(boolean isWanted) {
        return isWanted ? List.of(Map.of()) : List.of();
    }

    private static String filled(
            String text, Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
        var filled = new StringBuilder();
        var end = 0;
        for (var list : LIST.matcher(text).results().toList()) {
            filled.append(withValues(text.substring(end, list.start()), values));
            for (var element : lists.getOrDefault(list.group(1), List.of())) {
                var inner = new HashMap<>(values);
                inner.putAll(element);
                filled.append(filled(list.group(2), inner, lists));
            }
            end = list.end();
        }
        return filled.append(withValues(text.substring(end), values)).toString();
    }

    private static String withValues(String text, Map<String, String> values) {
        return VALUE.matcher(text)
                .replaceAll(name ->
                        Matcher.quoteReplacement(Objects.requireNonNull(values.get(name.group(1)), name.group())));
    }
}
