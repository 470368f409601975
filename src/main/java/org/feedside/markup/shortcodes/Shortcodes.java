package org.feedside.markup.shortcodes;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces shortcodes and Tera in Markdown (zola.md, sections 10.1 and 10.2). Without the site's templates they cannot
 * be rendered: known names get a useful replacement, bodies are rendered as Markdown, and everything else becomes one
 * link to the page.
 */
public final class Shortcodes {
    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> patterns;
    private final boolean isHugo;

    /**
     * Uses the operator's own HTML for some shortcodes.
     *
     * @param isHugo whether the site is Hugo's
     * @param patterns by the shortcode's name; {@code {body}} and argument names in braces are replaced
     */
    public Shortcodes(boolean isHugo, Map<String, String> patterns) {
        this.isHugo = isHugo;
        this.patterns = Map.copyOf(patterns);
    }

    public static boolean mayBeIn(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{# ");
    }

    public ExpandedMarkdown expand(String text, ShortcodePage page) {
        return new Expander(this, page, isHugo).expand(text);
    }

    boolean hasPattern(String name) {
        return patterns.containsKey(name);
    }

    Piece fromPattern(Call call, String body) {
        var html = PART.matcher(patterns.getOrDefault(call.name(), "")).replaceAll(part -> {
            var name = part.group(1);
            return Matcher.quoteReplacement(
                    name.equals("body")
                            ? body
                            : EscapedHtml.escape(call.arguments().getOrDefault(name, "")));
        });
        return new Piece(html, "", call.source(), true);
    }
}
