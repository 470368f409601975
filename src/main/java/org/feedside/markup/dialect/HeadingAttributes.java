package org.feedside.markup.dialect;

import java.util.List;
import org.commonmark.node.CustomNode;

/**
 * The attributes {@code {#id .class}} at the end of a heading, as a child node of the heading. The id is empty for
 * none.
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
}
