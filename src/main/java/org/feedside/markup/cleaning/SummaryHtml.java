package org.feedside.markup.cleaning;

import java.util.Objects;
import java.util.Optional;
import org.feedside.markup.marks.SummaryMark;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The part of a page before its summary mark (zola.md, section 9.1). */
final class SummaryHtml {
    private static final String SHOWN = "img, video, audio, picture, hr, input, iframe, embed, object";

    private SummaryHtml() {}

    /** Removes everything after the mark. Returns empty if there is no mark or nothing before it. */
    static Optional<Document> of(Document page) {
        var mark = page.nodeStream(Comment.class)
                .filter(comment -> SummaryMark.isMark(comment.getData()))
                .findFirst();
        mark.ifPresent(comment -> cut(page.body(), comment));
        return mark.filter(comment -> page.hasText() || page.selectFirst(SHOWN) != null)
                .map(comment -> {
                    finish(page.body(), comment);
                    return page;
                });
    }

    private static void cut(Element body, Node mark) {
        Node node = mark;
        while (!node.equals(body)) {
            for (var after = node.nextSibling(); after != null; after = node.nextSibling()) {
                after.remove();
            }
            node = Objects.requireNonNull(node.parent(), "the mark is in the body");
        }
        Selection.of(body, "sup.footnote-reference, div.footnote-definition").remove();
    }

    private static void finish(Element page, Comment mark) {
        if (SummaryMark.isOpen(mark.getData())) {
            if (mark.previousSibling() instanceof TextNode text) {
                text.text(text.getWholeText().stripTrailing());
            }
            mark.before(new TextNode("…\n"));
        }
        mark.remove();
        if (page.childNodeSize() > 0 && page.childNode(page.childNodeSize() - 1) instanceof TextNode text) {
            text.text(text.getWholeText().stripTrailing());
        }
    }
}
