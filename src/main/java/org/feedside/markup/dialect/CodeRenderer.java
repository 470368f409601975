package org.feedside.markup.dialect;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders code blocks as Zola does without highlighting (zola.md, section 10.4): feeds have no style sheet. */
final class CodeRenderer extends TreeRenderer {
    CodeRenderer(HtmlNodeRendererContext context) {
        super(context, Set.of(FencedCodeBlock.class, IndentedCodeBlock.class));
    }

    @Override
    public void render(Node node) {
        if (node instanceof FencedCodeBlock block) {
            var info = block.getInfo();
            var fence = CodeFence.of(info == null ? "" : info);
            write(fence.language(), fence.visible(block.getLiteral()));
        } else if (node instanceof IndentedCodeBlock block) {
            write("", block.getLiteral());
        }
    }

    private void write(String language, String code) {
        html().line();
        html().tag("pre");
        html().tag("code", language.isEmpty() ? Map.of() : Map.of("data-lang", language));
        html().text(code);
        html().tag("/code");
        html().tag("/pre");
        html().line();
    }
}
