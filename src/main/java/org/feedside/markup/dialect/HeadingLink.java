package org.feedside.markup.dialect;

import java.util.LinkedHashMap;
import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * A heading's text as a link to the heading ({@code insert_anchor_links = "heading"}; zola.md, section 10.4). The other
 * kinds of anchor links are symbols beside the text, which feeds leave out.
 */
final class HeadingLink extends CustomNode {
    private final String id;

    private HeadingLink(String id) {
        this.id = id;
    }

    static void addTo(Node document) {
        for (var heading : NodeTrees.all(document, Heading.class)) {
            // Links cannot be nested.
            if (heading.getFirstChild() instanceof HeadingAttributes attributes
                    && NodeTrees.all(heading, Link.class).isEmpty()) {
                var link = new HeadingLink(attributes.id());
                NodeTrees.children(heading).stream()
                        .filter(child -> !(child instanceof HeadingAttributes))
                        .forEach(link::appendChild);
                heading.appendChild(link);
            }
        }
    }

    static final class Renderer extends TreeRenderer {
        Renderer(HtmlNodeRendererContext context) {
            super(context, Set.of(HeadingLink.class));
        }

        @Override
        public void render(Node node) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("class", "zola-anchor");
            attributes.put("href", "#" + ((HeadingLink) node).id);
            inline("a", attributes, node);
        }
    }
}
