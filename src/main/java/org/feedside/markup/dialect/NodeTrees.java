package org.feedside.markup.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** Collects the nodes of a document in lists, not live views, so that a caller may change the tree meanwhile. */
final class NodeTrees {
    private NodeTrees() {}

    static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** Returns all descendants of the given type in document order. */
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
