package org.feedside.markup.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.PostProcessor;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** GitHub's alerts: block quotes that start with a line such as {@code [!NOTE]} (zola.md, section 10.4). */
final class Alerts implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension, PostProcessor {
    private static final Pattern TAG =
            Pattern.compile("\\[!(note|tip|important|warning|caution)][ \\t]*", Pattern.CASE_INSENSITIVE);

    private static final class Alert extends CustomBlock {
        private final String kind;

        private Alert(String kind) {
            this.kind = kind;
        }
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessor(this);
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(Renderer::new);
    }

    @Override
    public Node process(Node document) {
        NodeTrees.all(document, BlockQuote.class).forEach(Alerts::recognize);
        return document;
    }

    private static void recognize(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph paragraph)
                || !(paragraph.getFirstChild() instanceof Text tag)) {
            return;
        }
        var matcher = TAG.matcher(tag.getLiteral());
        var lineEnd = tag.getNext();
        if (!matcher.matches()
                || !(lineEnd == null || lineEnd instanceof SoftLineBreak || lineEnd instanceof HardLineBreak)) {
            return;
        }
        if (lineEnd == null) {
            paragraph.unlink();
        } else {
            lineEnd.unlink();
            tag.unlink();
        }
        var alert = new Alert(matcher.group(1).toLowerCase(Locale.ROOT));
        NodeTrees.children(quote).forEach(alert::appendChild);
        quote.insertAfter(alert);
        quote.unlink();
    }

    private static final class Renderer extends TreeRenderer {
        private Renderer(HtmlNodeRendererContext context) {
            super(context, Set.of(Alert.class));
        }

        @Override
        public void render(Node node) {
            element("blockquote", Map.of("class", "markdown-alert-" + ((Alert) node).kind), node);
        }
    }
}
