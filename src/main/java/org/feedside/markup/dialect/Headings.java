package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.feedside.base.slugs.SlugMode;
import org.feedside.base.slugs.Slugs;
import org.feedside.markup.marks.Placeholder;

/**
 * The ids of headings (zola.md, section 10.4): the given one, otherwise the slug of the text with the first free
 * number. Given ids are reserved before any slug is made.
 */
final class Headings {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> lastNumbers = new HashMap<>();

    private Headings() {}

    static void giveIds(Node document, SlugMode mode) {
        var headings = new Headings();
        var unnamed = new ArrayList<HeadingAttributes>();
        for (var heading : NodeTrees.all(document, Heading.class)) {
            var attributes = attributes(heading);
            if (attributes.id().isEmpty()) {
                unnamed.add(attributes);
            } else {
                headings.taken.add(attributes.id());
            }
        }
        unnamed.forEach(attributes -> attributes.id(headings.free(Slugs.ofAnchor(text(attributes.getParent()), mode))));
    }

    private static HeadingAttributes attributes(Heading heading) {
        if (heading.getFirstChild() instanceof HeadingAttributes attributes) {
            return attributes;
        }
        var attributes = new HeadingAttributes("", List.of());
        heading.prependChild(attributes);
        return attributes;
    }

    private String free(String slug) {
        var number = lastNumbers.getOrDefault(slug, 0);
        var id = number == 0 ? slug : slug + "-" + number;
        while (!taken.add(id)) {
            number++;
            id = slug + "-" + number;
        }
        lastNumbers.put(slug, number);
        return id;
    }

    private static String text(Node heading) {
        var text = new StringBuilder();
        for (var node : NodeTrees.all(heading, Node.class)) {
            if (node instanceof Text words) {
                text.append(words.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            }
        }
        return Placeholder.strip(text);
    }
}
