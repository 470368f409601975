package org.feedside.markup.shortcodes;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes shortcodes and Tera out of Markdown (zola.md, sections 10.1 and 10.2). We have no templates to render them with, so
 * known names become something useful, bodies are rendered as Markdown, and for anything else there is one link to the page.
 */
public final class Shortcodes {
    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> patterns;

    /**
     * Takes the operator's own HTML.
     *
     * @param patterns by the shortcode's name; {@code {body}} and the names of arguments in braces are replaced
     */
    public Shortcodes(Map<String, String> patterns) {
        this.patterns = Map.copyOf(patterns);
    }

    /** Whether a text may hold a call. */
    public static boolean mayBeIn(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{# ");
    }

    /** Replaces the calls of one page. */
    public ExpandedMarkdown expand(String text, ShortcodePage page) {
        return new Expander(this, page).expand(text);
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
