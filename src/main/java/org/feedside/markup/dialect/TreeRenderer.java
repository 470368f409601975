package org.feedside.markup.dialect;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** The base class of the renderers: writes elements around the children of a node. */
abstract class TreeRenderer implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Set<Class<? extends Node>> nodeTypes;

    TreeRenderer(HtmlNodeRendererContext context, Set<Class<? extends Node>> nodeTypes) {
        this.context = context;
        this.html = context.getWriter();
        this.nodeTypes = nodeTypes;
    }

    @Override
    public final Set<Class<? extends Node>> getNodeTypes() {
        return nodeTypes;
    }

    final HtmlWriter html() {
        return html;
    }

    final HtmlNodeRendererContext context() {
        return context;
    }

    final void element(String name, Node node) {
        element(name, Map.of(), node);
    }

    /** Writes an element on separate lines. */
    final void element(String name, Map<String, String> attributes, Node node) {
        open(name, attributes, node);
        children(node);
        close(name);
    }

    final void open(String name, Map<String, String> attributes, Node node) {
        html.line();
        html.tag(name, context.extendAttributes(node, name, attributes));
        html.line();
    }

    final void close(String name) {
        html.line();
        html.tag("/" + name);
        html.line();
    }

    final void inline(String name, Map<String, String> attributes, Node node) {
        html.tag(name, context.extendAttributes(node, name, attributes));
        children(node);
        html.tag("/" + name);
    }

    final void children(Node parent) {
        for (var node : NodeTrees.children(parent)) {
            context.render(node);
        }
    }
}
