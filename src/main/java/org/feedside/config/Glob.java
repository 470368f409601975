package org.feedside.config;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A glob of Zola's {@code ignored_content}, in which {@code *} also matches slashes (zola.md, section 1). */
public final class Glob {
    /** Thousands of nested braces would need more stack than a thread has. */
    private static final int MAX_LENGTH = 1_000;

    private final Pattern pattern;

    private Glob(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Parses a glob; empty if the text is invalid, such as {@code [z-a]}. */
    public static Optional<Glob> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Glob(Pattern.compile(regex(text), Pattern.DOTALL)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the glob matches the complete path, whose separator is {@code /}. */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob that && pattern.pattern().equals(that.pattern.pattern());
    }

    @Override
    public int hashCode() {
        return pattern.pattern().hashCode();
    }

    private static String regex(String glob) {
        var regex = new StringBuilder();
        var alternatives = 0;
        var i = 0;
        while (i < glob.length()) {
            var c = glob.charAt(i);
            var next = i + 1;
            switch (c) {
                case '*' -> {
                    // Between slashes, ** also matches zero folders.
                    var folders = glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/');
                    regex.append(folders ? "(?:.*/)?" : ".*");
                    next = folders ? i + 3 : next;
                }
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
                    regex.append(end < 0 ? "\\[" : characterClass(glob.substring(i + 1, end)));
                    next = end < 0 ? next : end + 1;
                }
                case '\\' -> {
                    next = Math.min(i + 2, glob.length());
                    regex.append(Pattern.quote(glob.substring(i + 1, next)));
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
            i = next;
        }
        return regex + ")".repeat(alternatives);
    }

    private static String characterClass(String content) {
        var negated = content.startsWith("!") || content.startsWith("^");
        var members = (negated ? content.substring(1) : content).replaceAll("([\\\\\\[\\]&^])", "\\\\$1");
        return "[" + (negated ? "^" : "") + members + "]";
    }
}
