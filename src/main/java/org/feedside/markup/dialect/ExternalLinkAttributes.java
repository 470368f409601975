package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.Map;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.feedside.config.MarkdownConfig.ExternalLinks;

/**
 * The attributes that Zola's {@code external_links_*} settings add to links with a web address (zola.md, section 10.4).
 * These links are marked before URLs are resolved, since internal links become web addresses then.
 */
record ExternalLinkAttributes(ExternalLinks options) implements AttributeProvider {
    /** The first child of an external link. Nodes without a renderer write nothing. */
    private static final class Mark extends CustomNode {}

    static void mark(Link link) {
        var destination = link.getDestination();
        if (destination.startsWith("http:") || destination.startsWith("https:")) {
            link.prependChild(new Mark());
        }
    }

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Link && node.getFirstChild() instanceof Mark) {
            if (!options.cssClass().isEmpty()) {
                attributes.put("class", options.cssClass());
            }
            var words = words();
            if (!words.isEmpty()) {
                attributes.put("rel", words);
            }
            if (options.targetBlank()) {
                attributes.put("target", "_blank");
            }
        }
    }

    private String words() {
        var words = new ArrayList<String>();
        if (options.targetBlank()) {
            words.add("noopener");
        }
        if (options.noFollow()) {
            words.add("nofollow");
        }
        if (options.noReferrer()) {
            words.add("noreferrer");
        }
        if (options.external()) {
            words.add("external");
        }
        return String.join(" ", words);
    }
}
