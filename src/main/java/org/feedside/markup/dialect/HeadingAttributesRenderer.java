package org.feedside.markup.dialect;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;

/** Writes a heading's id and classes into its tag, and nothing for the attribute node itself. */
final class HeadingAttributesRenderer implements NodeRenderer, AttributeProvider {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HeadingAttributes.class);
    }

    @Override
    public void render(Node node) {}

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Heading && node.getFirstChild() instanceof HeadingAttributes given) {
            attributes.put("id", given.id());
            if (!given.classes().isEmpty()) {
                attributes.put("class", String.join(" ", given.classes()));
            }
        }
    }
}
