package org.feedside.markup.dialect;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Task list items: a checkbox at the start of an item's first paragraph (zola.md, section 10.4). */
final class TaskListItems implements PostProcessor {
    private static final Pattern MARK = Pattern.compile("^\\[([ \\txX])](?:[ \\t]+|$)");

    static final class Box extends CustomNode {
        private final boolean checked;

        private Box(boolean checked) {
            this.checked = checked;
        }
    }

    @Override
    public Node process(Node document) {
        for (var item : NodeTrees.all(document, ListItem.class)) {
            if (item.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text) {
                var matcher = MARK.matcher(text.getLiteral());
                if (matcher.find() && isFollowedBySpace(text, matcher.group())) {
                    text.setLiteral(text.getLiteral().substring(matcher.end()));
                    paragraph.prependChild(new Box(!matcher.group(1).isBlank()));
                }
            }
        }
        return document;
    }

    private static boolean isFollowedBySpace(Text text, String mark) {
        return !mark.endsWith("]") || text.getNext() == null || text.getNext() instanceof SoftLineBreak;
    }

    /** Writes the checkbox and the line break that Zola adds after it. */
    static final class Renderer extends TreeRenderer {
        Renderer(HtmlNodeRendererContext context) {
            super(context);
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Box.class);
        }

        @Override
        public void render(Node node) {
            var checked = ((Box) node).checked ? " checked=\"\"" : "";
            html().raw("<input disabled=\"\" type=\"checkbox\"" + checked + ">\n");
        }
    }
}
