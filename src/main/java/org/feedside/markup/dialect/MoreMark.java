package org.feedside.markup.dialect;

import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.feedside.markup.marks.SummaryMark;

/** The first {@code <!-- more -->} outside of code (zola.md, section 9.1). In an HTML block it is the whole line. */
final class MoreMark {
    private static final Pattern MARK = Pattern.compile("<!--\\s*more\\s*-->", Pattern.CASE_INSENSITIVE);

    private MoreMark() {}

    /** Replaces the mark by a {@link SummaryMark}. */
    static void find(Node document) {
        for (var node : NodeTrees.all(document, Node.class)) {
            if (node instanceof HtmlInline inline
                    && MARK.matcher(inline.getLiteral()).find()) {
                inline.insertAfter(summaryMark(true));
                inline.unlink();
                return;
            }
            if (node instanceof HtmlBlock block && split(block)) {
                return;
            }
        }
    }

    private static boolean split(HtmlBlock block) {
        var lines = block.getLiteral();
        for (var start = 0; start <= lines.length(); ) {
            var end = lines.indexOf('\n', start);
            var lineEnd = end < 0 ? lines.length() : end;
            if (MARK.matcher(lines.substring(start, lineEnd)).find()) {
                block.insertBefore(html(lines.substring(0, start)));
                block.insertBefore(summaryMark(!(block.getParent() instanceof Document)));
                block.insertBefore(html(lines.substring(Math.min(lineEnd + 1, lines.length()))));
                block.unlink();
                return true;
            }
            start = lineEnd + 1;
        }
        return false;
    }

    private static HtmlBlock html(String literal) {
        var block = new HtmlBlock();
        block.setLiteral(literal);
        return block;
    }

    private static HtmlInline summaryMark(boolean open) {
        var mark = new HtmlInline();
        mark.setLiteral(SummaryMark.html(open));
        return mark;
    }
}
