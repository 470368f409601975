package org.feedside.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.markup.cleaning.XmlText;
import org.feedside.markup.dialect.Dialect;
import org.feedside.markup.marks.HtmlLimit;
import org.feedside.markup.shortcodes.ExpandedMarkdown;
import org.feedside.markup.shortcodes.ShortcodePage;
import org.feedside.markup.shortcodes.Shortcodes;

/** Renders one page from Markdown to HTML and collects its problems. */
final class PageRendering implements ShortcodePage {
    private final MarkdownBody body;
    private final ContentLinks links;
    private final Dialect dialect;
    private final SourcePositions source;
    private final HtmlLimit limit;
    private final List<Diagnostic> problems = new ArrayList<>();

    PageRendering(MarkdownBody body, ContentLinks links, Dialect dialect) {
        this.body = body;
        this.links = links;
        this.dialect = dialect;
        this.source = new SourcePositions(body);
        this.limit = HtmlLimit.of(body.markdown());
    }

    List<Diagnostic> problems() {
        return problems;
    }

    String html(Shortcodes shortcodes) {
        var text = withoutForbiddenCharacters(body.markdown());
        var expanded = Shortcodes.mayBeIn(text) ? shortcodes.expand(text, this) : ExpandedMarkdown.of(text);
        return expanded.fill(dialect.html(expanded.markdown(), page(expanded)), limit);
    }

    private PageLinks page(ExpandedMarkdown text) {
        return new PageLinks(body, links, text, source, problems, limit);
    }

    private String withoutForbiddenCharacters(String text) {
        var first = XmlText.firstForbidden(text);
        if (first == text.length()) {
            return text;
        }
        problems.add(Code.CHARACTER.warning(
                source.place(first),
                "feeds cannot contain the character U+%04X here; remove it (it is left out)"
                        .formatted(text.codePointAt(first))));
        return XmlText.hideForbidden(text);
    }

    @Override
    public String permalink() {
        return body.permalink();
    }

    @Override
    public HtmlLimit limit() {
        return limit;
    }

    @Override
    public BitSet code(String markdown) {
        return dialect.code(markdown);
    }

    @Override
    public String html(String markdown, ExpandedMarkdown part) {
        return part.fill(dialect.partHtml(markdown, page(part)), limit);
    }

    @Override
    public void warn(int offset, String message) {
        problems.add(Code.SHORTCODE.warning(source.place(offset), message));
    }
}
