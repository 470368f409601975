package org.feedside.readers;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.feedside.publishing.Bytes;

/**
 * An Atom or RSS document as readers parse it.
 *
 * @param date the date of the feed itself, as it is written in the document
 */
public record ReadFeed(Optional<String> date, List<Item> items) {
    public ReadFeed {
        items = List.copyOf(items);
    }

    /** An Atom entry or an RSS item. */
    public record Item(String id, String link, String title, String content) {}

    /** Parses a document. A document that is not well-formed is an error of the server. */
    public static ReadFeed parse(Bytes document) {
        try {
            var factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            return new Parser(factory.createXMLStreamReader(new ByteArrayInputStream(document.toArray()))).parse();
        } catch (XMLStreamException e) {
            throw new AssertionError("a reader cannot parse this: " + document, e);
        }
    }

    private static final class Parser {
        private final XMLStreamReader xml;
        private final Deque<String> open = new ArrayDeque<>();
        private final Map<String, String> feed = new TreeMap<>();
        private final Map<String, String> item = new TreeMap<>();
        private final List<Item> items = new ArrayList<>();

        Parser(XMLStreamReader xml) {
            this.xml = xml;
        }

        ReadFeed parse() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end();
                    default -> {}
                }
            }
            var date = Optional.ofNullable(feed.get("updated"))
                    .or(() -> Optional.ofNullable(feed.get("pubDate")))
                    .or(() -> Optional.ofNullable(feed.get("lastBuildDate")));
            return new ReadFeed(date, items);
        }

        private void start(String name) throws XMLStreamException {
            var parent = open.isEmpty() ? "" : open.getLast();
            open.addLast(name);
            if (name.equals("entry") || name.equals("item")) {
                item.clear();
            } else if (parent.equals("entry") || parent.equals("item")) {
                if (name.equals("link")
                        && Optional.ofNullable(xml.getAttributeValue(null, "rel"))
                                .orElse("alternate")
                                .equals("alternate")) {
                    item.put(
                            "link",
                            Optional.ofNullable(xml.getAttributeValue(null, "href"))
                                    .orElse(""));
                }
                text(name, item);
            } else if (parent.equals("feed") || parent.equals("channel")) {
                text(name, feed);
            }
        }

        /** Stores the text of an element. An element with child elements has no text; parsing goes on inside it. */
        private void text(String name, Map<String, String> texts) throws XMLStreamException {
            var text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.START_ELEMENT -> {
                        start(xml.getLocalName());
                        return;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        open.removeLast();
                        if (!text.isEmpty()) {
                            texts.put(name, text.toString());
                        }
                        return;
                    }
                    default -> {}
                }
            }
        }

        private void end() {
            var name = open.removeLast();
            if (name.equals("entry") || name.equals("item")) {
                var link = item.getOrDefault("link", "");
                var id = item.getOrDefault("id", item.getOrDefault("guid", link));
                var summary = item.getOrDefault("summary", item.getOrDefault("description", ""));
                var content = item.getOrDefault("content", item.getOrDefault("encoded", summary));
                items.add(new Item(id, link, item.getOrDefault("title", ""), content));
            }
        }
    }
}
