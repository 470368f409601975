package org.feedside.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.text.PrintableText;
import org.feedside.config.Generator;
import org.feedside.config.MarkdownConfig.Templates;
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
    private final Templates templates;

    /** The places of what only the generator can render. */
    private final List<Integer> removed = new ArrayList<>();

    private final Dialect dialect;
    private final SourcePositions source;
    private final HtmlLimit limit;
    private final List<Diagnostic> problems = new ArrayList<>();

    PageRendering(MarkdownBody body, ContentLinks links, Dialect dialect, Templates templates) {
        this.templates = templates;
        this.body = templates.generator().hasTemplatesInPosts()
                ? body.with(new LiquidText(body, links, templates, removed::add).text())
                : body;
        this.links = links;
        this.dialect = dialect;
        this.source = new SourcePositions(this.body, this.body.equals(body));
        this.limit = HtmlLimit.of(body.markdown());
    }

    List<Diagnostic> problems() {
        return problems;
    }

    String html(Shortcodes shortcodes) {
        var text = AttributeLists.removed(
                withoutForbiddenCharacters(body.markdown()), templates.generator(), dialect::code);
        var expanded = Shortcodes.mayBeIn(text) && !templates.generator().hasTemplatesInPosts()
                ? shortcodes.expand(text, this)
                : ExpandedMarkdown.of(text);
        var html = body.isHtml() ? expanded.markdown() : dialect.html(expanded.markdown(), page(expanded));
        warnOfRemovals();
        return expanded.fill(html, limit);
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

    private void warnOfRemovals() {
        if (!removed.isEmpty()) {
            problems.add(Code.TEMPLATE.warning(
                    source.place(removed.get(0)),
                    "%s left out of the feeds from here on, because only the generator can render them: write Markdown or HTML in their place"
                            .formatted(PrintableText.count(removed.size(), "template tag"))));
        }
    }

    @Override
    public boolean leavesOut(int offset) {
        if (templates.generator() != Generator.HUGO) {
            return false;
        }
        removed.add(offset);
        return true;
    }

    @Override
    public Optional<String> reference(String name, String target, int offset) {
        if (templates.generator() != Generator.HUGO || !(name.equals("ref") || name.equals("relref"))) {
            return Optional.empty();
        }
        var hash = target.indexOf('#');
        var path = (hash < 0 ? target : target.substring(0, hash))
                .replaceFirst("^/+", "")
                .replaceFirst("/+$", "");
        var file = path.substring(path.lastIndexOf('/') + 1);
        var found = Stream.of(path, path + ".md", path + "/index.md", path + "/_index.md")
                .flatMap(candidate -> links.permalink(candidate).stream())
                .findFirst()
                .or(() -> links.permalink(ContentLinks.NAMED + file.replaceFirst("\\.md$", "")));
        if (found.isEmpty() && !path.isEmpty()) {
            problems.add(Code.LINK.warning(
                    source.place(offset),
                    "there is no page `%s` below the content folder: correct the reference or add the file"
                            .formatted(target)));
        }
        return Optional.of(found.orElse(body.permalink()) + (hash < 0 ? "" : target.substring(hash)));
    }

    @Override
    public void warn(int offset, String message) {
        problems.add(Code.SHORTCODE.warning(source.place(offset), message));
    }
}
