package org.feedside.markup.dialect;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.parser.PostProcessor;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Definition lists (zola.md, section 10.3): paragraphs as terms, each followed by one or more definitions. */
final class DefinitionLists implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension, PostProcessor {

    private static final class DefinitionList extends CustomBlock {}

    private static final class Term extends CustomBlock {}

    /** A paragraph of a tight list, rendered without its tag. */
    private static final class TightText extends CustomBlock {}

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new DefinitionParser.Factory()).postProcessor(this);
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(Renderer::new);
    }

    @Override
    public Node process(Node document) {
        for (var definition : NodeTrees.all(document, Definition.class)) {
            var before = definition.getPrevious();
            if (before instanceof Paragraph paragraph) {
                var list = listBefore(paragraph);
                list.appendChild(term(paragraph));
                list.appendChild(definition);
            } else if (before instanceof DefinitionList list) {
                list.appendChild(definition);
            }
        }
        NodeTrees.all(document, DefinitionList.class).stream()
                .filter(DefinitionLists::isTight)
                .forEach(DefinitionLists::tighten);
        return document;
    }

    private static DefinitionList listBefore(Paragraph paragraph) {
        if (paragraph.getPrevious() instanceof DefinitionList list) {
            return list;
        }
        var list = new DefinitionList();
        paragraph.insertBefore(list);
        return list;
    }

    private static Term term(Paragraph paragraph) {
        var term = new Term();
        NodeTrees.children(paragraph).forEach(term::appendChild);
        paragraph.unlink();
        return term;
    }

    private static boolean isTight(DefinitionList list) {
        return NodeTrees.children(list).stream()
                .noneMatch(child -> child instanceof Definition definition && definition.isLoose());
    }

    private static void tighten(DefinitionList list) {
        for (var definition : NodeTrees.children(list)) {
            for (var child : NodeTrees.children(definition)) {
                if (child instanceof Paragraph) {
                    var text = new TightText();
                    NodeTrees.children(child).forEach(text::appendChild);
                    child.insertAfter(text);
                    child.unlink();
                }
            }
        }
    }

    private static final class Renderer extends TreeRenderer {
        private Renderer(HtmlNodeRendererContext context) {
            super(context, Set.of(DefinitionList.class, Term.class, Definition.class, TightText.class));
        }

        @Override
        public void render(Node node) {
            if (node instanceof DefinitionList) {
                element("dl", node);
            } else if (node instanceof Term) {
                inline("dt", Map.of(), node);
                html().line();
            } else if (node instanceof Definition) {
                inline("dd", Map.of(), node);
                html().line();
            } else {
                children(node);
            }
        }
    }
}
