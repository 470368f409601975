package org.feedside.markup.dialect;

import java.util.ArrayList;
import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.feedside.config.MarkdownConfig.ExternalLinks;

/** What Zola's {@code external_links_*} add to links to other sites (zola.md, section 10.4). */
record ExternalLinkAttributes(ExternalLinks options) implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (node instanceof Link link && isExternal(link.getDestination())) {
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

    private static boolean isExternal(String destination) {
        return destination.startsWith("http:") || destination.startsWith("https:");
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
