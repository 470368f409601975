package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.feedside.base.slugs.SlugMode;
import org.feedside.config.MarkdownConfig;

/** Renders Zola's Markdown to HTML (zola.md, sections 10.3 and 10.4). Thread-safe. */
public final class Dialect {
    /** The maximum nesting of blocks and of inlines. Renderers are recursive: deeper input could overflow the stack. */
    private static final int MAX_NESTING = 100;

    private final Parser parser;
    private final HtmlRenderer renderer;
    private final SlugMode anchors;

    public Dialect(MarkdownConfig config, SlugMode anchors) {
        this.anchors = anchors;
        this.parser = parser(config);
        this.renderer = renderer(config);
    }

    /** Returns the page's HTML, with a {@link org.feedside.markup.marks.SummaryMark} at the end of its summary. */
    public String html(String markdown, PageResolver page) {
        var document = parser.parse(markdown);
        MoreMark.find(document);
        return html(document, page);
    }

    /** Returns the HTML of a part that cannot contain the end of the summary. */
    public String partHtml(String markdown, PageResolver page) {
        return html(parser.parse(markdown), page);
    }

    private String html(Node document, PageResolver page) {
        PageNodes.resolve(document, page);
        Headings.giveIds(document, anchors);
        TypeParameters.toText(document);
        if (page.linksHeadings()) {
            HeadingLink.addTo(document);
        }
        var html = page.limit().text();
        renderer.render(document, html);
        return html.toString();
    }

    /** Returns which characters of the text belong to code blocks and code spans. */
    public BitSet code(String markdown) {
        var code = new BitSet(markdown.length());
        for (var node : NodeTrees.all(parser.parse(markdown), Node.class)) {
            if (node instanceof Code || node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
                for (var span : node.getSourceSpans()) {
                    code.set(span.getInputIndex(), span.getInputIndex() + span.getLength());
                }
            }
        }
        return code;
    }

    private static Parser parser(MarkdownConfig config) {
        var footnotes = new FootnoteSyntax();
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(MAX_NESTING)
                .maxInlineNesting(MAX_NESTING)
                .extensions(List.of(FootnotesExtension.create()))
                .customBlockParserFactory(new HeadingParser.Factory())
                .customBlockParserFactory(new TableParser.Factory())
                .customDelimiterProcessor(new Strikethroughs())
                .linkProcessor(footnotes)
                .postProcessor(footnotes)
                .postProcessor(new TaskListItems())
                .extensions(chosen(config))
                .build();
    }

    private static HtmlRenderer renderer(MarkdownConfig config) {
        return HtmlRenderer.builder()
                .escapeHtml(false)
                .sanitizeUrls(false)
                .percentEncodeUrls(true)
                .attributeProviderFactory(context -> HeadingAttributes::write)
                .attributeProviderFactory(context -> new ExternalLinkAttributes(config.externalLinks()))
                .nodeRendererFactory(HeadingLink.Renderer::new)
                .nodeRendererFactory(TableRenderer::new)
                .nodeRendererFactory(CodeRenderer::new)
                .nodeRendererFactory(
                        context -> config.bottomFootnotes() ? new BottomFootnotes(context) : new Footnotes(context))
                .extensions(List.of(StrikethroughExtension.create()))
                .extensions(chosen(config))
                .build();
    }

    private static List<Extension> chosen(MarkdownConfig config) {
        var chosen = new ArrayList<Extension>();
        if (config.smartPunctuation()) {
            chosen.add(new SmartPunctuation());
        }
        if (config.definitionList()) {
            chosen.add(new DefinitionLists());
        }
        if (config.githubAlerts()) {
            chosen.add(new Alerts());
        }
        if (config.renderEmoji()) {
            chosen.add(new Emoji());
        }
        if (config.linksAddresses()) {
            chosen.add(AutolinkExtension.create());
        }
        return chosen;
    }
}
