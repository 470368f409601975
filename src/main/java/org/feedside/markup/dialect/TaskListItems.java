package org.feedside.markup.dialect;

import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** Task list items: a checkbox at the start of an item's first paragraph (zola.md, section 10.4). */
final class TaskListItems implements PostProcessor {
    private static final Pattern MARK = Pattern.compile("^\\[([ \\txX])](?:[ \\t]+|$)");

    @Override
    public Node process(Node document) {
        for (var item : NodeTrees.all(document, ListItem.class)) {
            if (item.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text) {
                var matcher = MARK.matcher(text.getLiteral());
                if (matcher.find() && isFollowedBySpace(text, matcher.group())) {
                    text.setLiteral(text.getLiteral().substring(matcher.end()));
                    paragraph.prependChild(box(!matcher.group(1).isBlank()));
                }
            }
        }
        return document;
    }

    private static boolean isFollowedBySpace(Text text, String mark) {
        return !mark.endsWith("]") || text.getNext() == null || text.getNext() instanceof SoftLineBreak;
    }

    /** Returns the checkbox and the line break that Zola adds after it. */
    private static HtmlInline box(boolean isChecked) {
        var box = new HtmlInline();
        box.setLiteral("<input disabled=\"\" type=\"checkbox\"" + (isChecked ? " checked=\"\"" : "") + ">\n");
        return box;
    }
}
