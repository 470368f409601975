package org.feedside.markup.dialect;

import java.util.List;
import java.util.Map;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The attributes {@code {#id .class}} at the end of a heading, as a child node of the heading. The id is empty for
 * none. The node itself has no renderer and so writes nothing.
 */
final class HeadingAttributes extends CustomNode {
    private final List<String> classes;
    private String id;

    HeadingAttributes(String id, List<String> classes) {
        this.id = id;
        this.classes = List.copyOf(classes);
    }

    String id() {
        return id;
    }

    void id(String id) {
        this.id = id;
    }

    List<String> classes() {
        return classes;
    }

    /** Writes a heading's id and classes into its tag. */
    static void write(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Heading && node.getFirstChild() instanceof HeadingAttributes given) {
            attributes.put("id", given.id());
            if (!given.classes().isEmpty()) {
                attributes.put("class", String.join(" ", given.classes()));
            }
        }
    }
}
