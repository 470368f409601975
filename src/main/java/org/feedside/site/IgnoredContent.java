package org.feedside.site;

import java.util.List;
import java.util.regex.Pattern;
import org.feedside.content.Page;
import org.feedside.content.Source;

/**
 * Zola's {@code ignored_content}: globs against whole paths, in which {@code *} stands for slashes too (zola.md, section
 * 1). A page is tested by its file, a section by its folder.
 */
final class IgnoredContent {
    private final List<Pattern> patterns;

    IgnoredContent(List<String> globs) {
        patterns = globs.stream().map(IgnoredContent::pattern).toList();
    }

    boolean matches(Source source) {
        var file = source.file().replace('\\', '/');
        var tested = source instanceof Page ? file : file.substring(0, Math.max(0, file.lastIndexOf('/')));
        return patterns.stream().anyMatch(p -> p.matcher(tested).matches());
    }

    private static Pattern pattern(String glob) {
        var regex = new StringBuilder();
        var alternatives = 0;
        for (int i = 0; i < glob.length(); i++) {
            var c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '{' -> {
                    regex.append("(?:");
                    alternatives++;
                }
                case '}' -> {
                    regex.append(alternatives > 0 ? ")" : "\\}");
                    alternatives = Math.max(0, alternatives - 1);
                }
                case ',' -> regex.append(alternatives > 0 ? "|" : ",");
                case '[' -> {
                    var end = glob.indexOf(']', i + 2);
                    if (end < 0) {
                        regex.append("\\[");
                    } else {
                        regex.append(characterClass(glob.substring(i + 1, end)));
                        i = end;
                    }
                }
                case '\\' -> {
                    if (i + 1 < glob.length()) {
                        i++;
                        regex.append(Pattern.quote(glob.substring(i, i + 1)));
                    }
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex + ")".repeat(alternatives), Pattern.DOTALL);
    }

    private static String characterClass(String content) {
        var negated = content.startsWith("!") || content.startsWith("^");
        var members = (negated ? content.substring(1) : content).replaceAll("([\\\\\\[\\]&^])", "\\\\$1");
        return "[" + (negated ? "^" : "") + members + "]";
    }
}
