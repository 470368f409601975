package org.feedside.markup.dialect;

import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.feedside.markup.marks.Placeholder;

/** Puts what the page knows into a document: the targets of links, the text of code. */
final class PageNodes {
    private PageNodes() {}

    static void complete(Node document, Page page) {
        for (var node : Trees.all(document, Node.class)) {
            if (node instanceof Link link) {
                link.setDestination(page.link(link.getDestination(), offset(link)));
            } else if (node instanceof Image image) {
                image.setDestination(page.image(image.getDestination(), offset(image)));
            } else if (node instanceof Code code) {
                code.setLiteral(page.code(code.getLiteral()));
            } else if (node instanceof FencedCodeBlock block) {
                block.setLiteral(page.code(block.getLiteral()));
            } else if (node instanceof IndentedCodeBlock block) {
                block.setLiteral(page.code(block.getLiteral()));
            } else if (node instanceof Paragraph paragraph) {
                unwrapPlaceholder(paragraph, page);
            }
        }
    }

    private static int offset(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getInputIndex();
    }

    // A shortcode alone in its paragraph stands for a block (zola.md, section 10.1).
    private static void unwrapPlaceholder(Paragraph paragraph, Page page) {
        if (paragraph.getFirstChild() instanceof Text text
                && text.getNext() == null
                && Placeholder.isAlone(text.getLiteral())
                && page.isBlock(text.getLiteral())) {
            var block = new HtmlBlock();
            block.setLiteral(text.getLiteral().strip());
            paragraph.insertAfter(block);
            paragraph.unlink();
        }
    }
}
