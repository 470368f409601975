package org.feedside.markup.dialect;

import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.feedside.markup.marks.Placeholder;
import org.jspecify.annotations.Nullable;

/** Resolves links, images and code in a document with the help of the page. */
final class PageNodes {
    private PageNodes() {}

    static void resolve(Node document, PageResolver page) {
        for (var node : NodeTrees.all(document, Node.class)) {
            if (node instanceof Link link
                    && !page.reserve(length(link.getDestination(), link.getTitle()), offset(link))) {
                NodeTrees.children(link).forEach(link::insertBefore);
                link.unlink();
            } else if (node instanceof Image image
                    && !page.reserve(length(image.getDestination(), image.getTitle()), offset(image))) {
                image.unlink();
            } else if (node instanceof Link link) {
                ExternalLinkAttributes.mark(link);
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
                splitAtBlocks(paragraph, page);
            }
        }
    }

    private static int length(String destination, @Nullable String title) {
        return destination.length() + (title == null ? 0 : title.length());
    }

    private static int offset(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getInputIndex();
    }

    // A shortcode alone in its paragraph is a block (zola.md, section 10.1), and so is one alone on its line, since a
    // paragraph cannot contain a block.
    private static void splitAtBlocks(Paragraph paragraph, PageResolver page) {
        var children = NodeTrees.children(paragraph);
        var blocks = children.stream()
                .filter(child -> isBlockPlaceholder(child, page))
                .collect(Collectors.toSet());
        if (blocks.isEmpty()) {
            return;
        }
        Node last = paragraph;
        var part = new Paragraph();
        for (var child : children) {
            if (blocks.contains(child)) {
                last = insert(part, last);
                part = new Paragraph();
                var block = new HtmlBlock();
                block.setLiteral(((Text) child).getLiteral().strip());
                last = insert(block, last);
            } else {
                part.appendChild(child);
            }
        }
        insert(part, last);
        paragraph.unlink();
    }

    private static Node insert(Node node, Node after) {
        trim(node);
        if (node instanceof Paragraph && node.getFirstChild() == null) {
            return after;
        }
        after.insertAfter(node);
        return node;
    }

    private static boolean isBlockPlaceholder(Node node, PageResolver page) {
        return node instanceof Text text
                && Placeholder.isAlone(text.getLiteral())
                && isLineEnd(node.getPrevious())
                && isLineEnd(node.getNext())
                && page.isBlock(text.getLiteral());
    }

    private static boolean isLineEnd(Node node) {
        return node == null || node instanceof SoftLineBreak;
    }

    private static void trim(Node paragraph) {
        if (paragraph.getFirstChild() instanceof SoftLineBreak lineEnd) {
            lineEnd.unlink();
        }
        if (paragraph.getLastChild() instanceof SoftLineBreak lineEnd) {
            lineEnd.unlink();
        }
    }
}
