package org.feedside.markup.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders footnotes where they are written, numbered by first reference (zola.md, section 10.4). */
final class Footnotes extends TreeRenderer {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Footnotes(HtmlNodeRendererContext context) {
        super(context, Set.of(FootnoteReference.class, FootnoteDefinition.class));
    }

    @Override
    public void render(Node node) {
        if (node instanceof FootnoteReference reference) {
            html().tag("sup", Map.of("class", "footnote-reference"));
            html().tag("a", Map.of("href", "#" + reference.getLabel()));
            html().raw(number(reference.getLabel()) + "</a></sup>");
        } else if (node instanceof FootnoteDefinition definition) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("class", "footnote-definition");
            attributes.put("id", definition.getLabel());
            html().line();
            html().tag("div", attributes);
            html().raw("<sup class=\"footnote-definition-label\">" + number(definition.getLabel()) + "</sup>");
            html().line();
            children(definition);
            html().line();
            html().tag("/div");
            html().line();
        }
    }

    private int number(String label) {
        return numbers.computeIfAbsent(FootnoteLabels.key(label), key -> numbers.size() + 1);
    }
}
