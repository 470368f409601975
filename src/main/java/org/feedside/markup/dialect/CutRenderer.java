package org.feedside.markup.dialect;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes the mark at the end of the summary. */
final class CutRenderer extends TreeRenderer {
    CutRenderer(HtmlNodeRendererContext context) {
        super(context);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(MoreMark.Cut.class);
    }

    @Override
    public void render(Node node) {
        html().raw(((MoreMark.Cut) node).html());
    }
}
