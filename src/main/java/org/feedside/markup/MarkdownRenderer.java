package org.feedside.markup;

import java.util.Map;
import org.feedside.base.diagnostics.LimitException;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.Generator;
import org.feedside.config.MarkdownConfig;
import org.feedside.config.MarkdownConfig.Templates;
import org.feedside.markup.cleaning.ReaderHtml;
import org.feedside.markup.dialect.Dialect;
import org.feedside.markup.shortcodes.Shortcodes;

/** Renders Markdown in the dialect of the site's configuration (zola.md, sections 9.1, 10 and 12). Thread-safe. */
public final class MarkdownRenderer {
    private final Dialect dialect;
    private final Shortcodes shortcodes;
    private final Templates templates;

    /**
     * @param anchors how heading texts become ids
     * @param shortcodePatterns the operator's own HTML for shortcodes, by name; {@code {body}} and argument names in
     *     braces are replaced
     */
    public MarkdownRenderer(MarkdownConfig dialect, SlugMode anchors, Map<String, String> shortcodePatterns) {
        this.dialect = new Dialect(dialect, anchors);
        this.shortcodes = new Shortcodes(dialect.templates().generator() == Generator.HUGO, shortcodePatterns);
        this.templates = dialect.templates();
    }

    /** Renders a page. Mistakes of the author are problems of the result. Throws {@link LimitException} if it is too long. */
    public RenderedPage render(MarkdownBody body, ContentLinks links) {
        var rendering = new PageRendering(body, links, dialect, templates);
        var html = rendering.html(shortcodes);
        var clean = ReaderHtml.of(html, body.permalink(), rendering.limit());
        return new RenderedPage(clean.content(), clean.summary(), rendering.problems());
    }
}
