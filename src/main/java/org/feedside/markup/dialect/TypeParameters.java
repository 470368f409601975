package org.feedside.markup.dialect;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.feedside.markup.cleaning.HtmlElements;

/**
 * Escapes text that looks like a tag but is not one, such as {@code Vec<T>} outside of code: the name is not an HTML
 * element and there is no closing tag. Zola outputs such text unchanged, and browsers do not show it.
 */
final class TypeParameters {
    private static final Pattern OPENING = Pattern.compile("<([A-Za-z][A-Za-z0-9]*)(?:\\s[^>=]*)?>", Pattern.DOTALL);
    private static final Pattern CLOSING = Pattern.compile("</([A-Za-z][A-Za-z0-9]*)");

    private TypeParameters() {}

    static void toText(Node document) {
        var closed = new HashSet<String>();
        for (var node : NodeTrees.all(document, Node.class)) {
            if (node instanceof HtmlInline inline) {
                addClosed(inline.getLiteral(), closed);
            } else if (node instanceof HtmlBlock block) {
                addClosed(block.getLiteral(), closed);
            }
        }
        for (var inline : NodeTrees.all(document, HtmlInline.class)) {
            if (isTypeParameter(inline.getLiteral(), closed)) {
                inline.insertAfter(new Text(inline.getLiteral()));
                inline.unlink();
            }
        }
    }

    private static void addClosed(String html, Set<String> names) {
        var matcher = CLOSING.matcher(html);
        while (matcher.find()) {
            names.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isTypeParameter(String html, Set<String> closed) {
        var matcher = OPENING.matcher(html);
        if (!matcher.matches()) {
            return false;
        }
        var name = matcher.group(1).toLowerCase(Locale.ROOT);
        return !HtmlElements.isKnown(name) && !closed.contains(name);
    }
}
