package org.feedside.markup.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** Walks over a document's nodes. Lists, not live views: a caller may change the tree on its way. */
final class NodeTrees {
    private NodeTrees() {}

    static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** Every node below this one of the given type, in the order of the text. */
    static <N extends Node> List<N> all(Node root, Class<N> type) {
        var found = new ArrayList<N>();
        var open = new ArrayDeque<Node>();
        open.push(root);
        while (!open.isEmpty()) {
            var node = open.pop();
            if (node != root && type.isInstance(node)) {
                found.add(type.cast(node));
            }
            for (var child = node.getLastChild(); child != null; child = child.getPrevious()) {
                open.push(child);
            }
        }
        return found;
    }
}
