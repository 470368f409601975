package org.feedside.testing;

import be.ceau.opml.OpmlParseException;
import be.ceau.opml.OpmlParser;
import be.ceau.opml.entity.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An OPML file, parsed by an independent library. */
public final class ReadOutline {
    private final List<String> urls = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private ReadOutline() {}

    public static ReadOutline of(String opml) {
        try {
            var read = new ReadOutline();
            var parsed = new OpmlParser().parse(opml);
            parsed.getBody().getOutlines().forEach(outline -> read.add("", outline));
            return read;
        } catch (OpmlParseException e) {
            throw new AssertionError(e);
        }
    }

    private void add(String indent, Outline outline) {
        Map<String, String> attributes = outline.getAttributes();
        lines.add(indent + attributes.get("text"));
        if ("rss".equals(attributes.get("type"))) {
            urls.add(attributes.get("xmlUrl"));
        }
        outline.getSubElements().forEach(inner -> add(indent + "- ", inner));
    }

    /** The feed URLs in order. */
    public List<String> urls() {
        return List.copyOf(urls);
    }

    /** The text of each line, with a hyphen and a space per level. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
