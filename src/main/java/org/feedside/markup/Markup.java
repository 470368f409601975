package org.feedside.markup;

import java.util.ArrayList;
import java.util.Map;
import org.feedside.config.MarkdownConfig;
import org.feedside.config.SlugMode;
import org.feedside.diagnostics.Diagnostic;
import org.feedside.markup.cleaning.ReaderHtml;
import org.feedside.markup.dialect.Dialect;

/**
 * Renders Markdown in the dialect that a site's configuration chooses (zola.md, sections 9.1, 10 and 12). Safe for use by
 * several threads.
 */
public final class Markup {
    private final Dialect dialect;

    /**
     * Chooses the dialect.
     *
     * @param anchors how headings become ids
     * @param shortcodePatterns the operator's own HTML for shortcodes, by name
     */
    public Markup(MarkdownConfig dialect, SlugMode anchors, Map<String, String> shortcodePatterns) {
        this.dialect = new Dialect(dialect, anchors);
    }

    /** The page's HTML. Mistakes of the author are in its problems, with their places. */
    public Rendered render(Body body, ContentLinks links) {
        var problems = new ArrayList<Diagnostic>();
        var source = new SourceText(body);
        var page = new PageLinks(body, links, source.places(offset -> offset), problems);
        var html = dialect.html(body.markdown(), page);
        var clean = ReaderHtml.of(html, body.permalink());
        return new Rendered(clean.content(), clean.summary(), problems);
    }
}
