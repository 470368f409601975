package org.feedside.markup;

import java.util.Map;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.MarkdownConfig;
import org.feedside.markup.cleaning.ReaderHtml;
import org.feedside.markup.dialect.Dialect;
import org.feedside.markup.shortcodes.Shortcodes;

/**
 * Renders Markdown in the dialect that a site's configuration chooses (zola.md, sections 9.1, 10 and 12). Safe for use by
 * several threads.
 */
public final class MarkdownRenderer {
    private final Dialect dialect;
    private final Shortcodes shortcodes;

    /**
     * Chooses the dialect.
     *
     * @param anchors how headings become ids
     * @param shortcodePatterns the operator's own HTML for shortcodes, by name; {@code {body}} and the names of arguments in
     *     braces are replaced
     */
    public MarkdownRenderer(MarkdownConfig dialect, SlugMode anchors, Map<String, String> shortcodePatterns) {
        this.dialect = new Dialect(dialect, anchors);
        this.shortcodes = new Shortcodes(shortcodePatterns);
    }

    /** The page's HTML. Mistakes of the author are in its problems, with their places. */
    public RenderedPage render(MarkdownBody body, ContentLinks links) {
        var rendering = new PageRendering(body, links, dialect);
        var html = rendering.html(shortcodes);
        var clean = ReaderHtml.of(html, body.permalink());
        return new RenderedPage(clean.content(), clean.summary(), rendering.problems());
    }
}
