package org.feedside.markup.dialect;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.PostProcessor;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** The differences between Zola's footnotes and those of commonmark-java's extension (zola.md, section 10.3). */
final class FootnoteSyntax implements LinkProcessor, PostProcessor {
    /** In {@code [text][^note]} the text may be a link of its own, followed by a footnote. */
    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        var label = link.label();
        if (link.marker() != null || label == null || !label.startsWith("^")) {
            return LinkResult.none();
        }
        var footnote = context.getDefinition(FootnoteDefinition.class, label.substring(1));
        var target = context.getDefinition(LinkReferenceDefinition.class, link.text());
        return footnote == null || target == null
                ? LinkResult.none()
                : LinkResult.wrapTextIn(new Link(target.getDestination(), target.getTitle()), link.afterTextBracket());
    }

    /** Moves a footnote that is nested in another one to directly after it. */
    @Override
    public Node process(Node document) {
        var definitions = NodeTrees.all(document, FootnoteDefinition.class);
        // In reverse order, so that the footnotes moved out of one footnote keep their order.
        for (int i = definitions.size() - 1; i >= 0; i--) {
            if (definitions.get(i).getParent() instanceof FootnoteDefinition outer) {
                outer.insertAfter(definitions.get(i));
            }
        }
        return document;
    }
}
