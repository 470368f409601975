package org.feedside.markup.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * Footnotes at the end of the page, with links back ({@code bottom_footnotes}; zola.md, section 10.4). They are
 * numbered in the order of the references, including references in other footnotes. A footnote without a reference is
 * dropped.
 */
final class BottomFootnotes extends TreeRenderer {

    /** A footnote with at least one reference. */
    private static final class Note {
        private final int number;
        private final String label;
        private int references;

        private Note(int number, String label) {
            this.number = number;
            this.label = label;
        }
    }

    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<FootnoteReference, Integer> occurrences = new HashMap<>();
    private final Map<String, FootnoteDefinition> definitions = new HashMap<>();

    BottomFootnotes(HtmlNodeRendererContext context) {
        super(context, Set.of(FootnoteReference.class, FootnoteDefinition.class));
    }

    @Override
    public void beforeRoot(Node root) {
        for (var definition : NodeTrees.all(root, FootnoteDefinition.class)) {
            definitions.putIfAbsent(FootnoteLabels.key(definition.getLabel()), definition);
        }
        for (var reference : NodeTrees.all(root, FootnoteReference.class)) {
            var label = reference.getLabel();
            var note = notes.computeIfAbsent(FootnoteLabels.key(label), key -> new Note(notes.size() + 1, label));
            note.references++;
            occurrences.put(reference, note.references);
        }
    }

    @Override
    public void render(Node node) {
        if (node instanceof FootnoteReference reference) {
            var label = reference.getLabel();
            var note = notes.getOrDefault(FootnoteLabels.key(label), new Note(0, label));
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("class", "footnote-reference");
            attributes.put("id", "fr-" + note.label + "-" + occurrences.get(reference));
            html().tag("sup", attributes);
            html().tag("a", Map.of("href", "#fn-" + note.label));
            html().raw(note.number + "</a></sup>");
        }
    }

    @Override
    public void afterRoot(Node root) {
        if (notes.isEmpty()) {
            return;
        }
        html().line();
        html().raw("<section class=\"footnotes\">\n<ol class=\"footnotes-list\">\n");
        notes.forEach((key, note) -> {
            var definition = definitions.get(key);
            if (definition != null) {
                write(note, definition);
            }
        });
        html().raw("</ol>\n</section>\n");
    }

    private void write(Note note, FootnoteDefinition definition) {
        html().tag("li", Map.of("id", "fn-" + note.label));
        html().line();
        var last = definition.getLastChild();
        for (var child : NodeTrees.children(definition)) {
            if (child == last && child instanceof Paragraph) {
                html().line();
                html().tag("p");
                children(child);
                linksBack(note);
                html().tag("/p");
            } else {
                context().render(child);
            }
        }
        if (!(last instanceof Paragraph)) {
            linksBack(note);
        }
        html().line();
        html().tag("/li");
        html().line();
    }

    private void linksBack(Note note) {
        for (int i = 1; i <= note.references; i++) {
            html().raw(" ");
            html().tag("a", Map.of("href", "#fr-" + note.label + "-" + i));
            html().raw("↩" + (i == 1 ? "" : i) + "</a>");
        }
    }
}
