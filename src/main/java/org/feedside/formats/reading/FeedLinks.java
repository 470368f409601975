package org.feedside.formats.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.formats.XmlWriter;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * The links in a feed that any server sent.
 *
 * @param self the feed's own URL
 * @param page the URL of the page that the feed belongs to
 * @param entries the URLs of its entries; entries without one are left out
 */
public record FeedLinks(Kind kind, Optional<String> self, Optional<String> page, List<String> entries) {
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    public FeedLinks {
        entries = List.copyOf(entries);
    }

    /** The formats that feed readers support. */
    public enum Kind {
        ATOM("application/atom+xml", "application/atom+xml"),
        RSS("application/rss+xml", "application/rss+xml"),
        RDF("application/rdf+xml", "application/rss+xml"),
        JSON("application/feed+json", "application/json");

        private final String mediaType;
        private final String otherMediaType;

        Kind(String mediaType, String otherMediaType) {
            this.mediaType = mediaType;
            this.otherMediaType = otherMediaType;
        }

        /** Returns the media type of the format. */
        public String mediaType() {
            return mediaType;
        }

        /** Whether a media type in lower case, without parameters, is right for the format. */
        public boolean isNamedBy(String type) {
            return type.equals(mediaType) || type.equals(otherMediaType);
        }
    }

    /** Parses a feed; {@code file} is its name in diagnostics. */
    public static Parsed<FeedLinks> read(String file, byte[] bytes) {
        if (JsonFeedLinks.isObject(bytes)) {
            return parsed(file, JsonFeedLinks.read(bytes));
        }
        var document = XmlWriter.read(file, bytes);
        return document.value()
                .map(xml -> parsed(file, ofXml(xml)))
                .orElseGet(() -> Parsed.failed(document.problems()));
    }

    private static Parsed<FeedLinks> parsed(String file, Optional<FeedLinks> feed) {
        return feed.map(links -> Parsed.of(links, List.of()))
                .orElseGet(() -> Parsed.failed(Code.SYNTAX.error(file, "this is not an Atom, RSS or JSON feed")));
    }

    private static Optional<FeedLinks> ofXml(Document document) {
        var root = document.getRootElement();
        return switch (root.getName()) {
            case "feed" -> Optional.of(ofAtom(root));
            case "rss" -> child(root, "channel").map(channel -> ofRss(Kind.RSS, channel, items(channel)));
            case "RDF" -> child(root, "channel").map(channel -> ofRss(Kind.RDF, channel, items(root)));
            default -> Optional.empty();
        };
    }

    private static FeedLinks ofAtom(Element feed) {
        var entries = children(feed, "entry").flatMap(entry -> alternate(entry).stream());
        return new FeedLinks(Kind.ATOM, link(children(feed, "link"), "self"), alternate(feed), entries.toList());
    }

    private static FeedLinks ofRss(Kind kind, Element channel, Stream<Element> items) {
        return new FeedLinks(
                kind,
                link(channel.getChildren("link", ATOM).stream(), "self"),
                plainLink(channel),
                items.flatMap(item -> plainLink(item).stream()).toList());
    }

    private static Stream<Element> items(Element parent) {
        return children(parent, "item");
    }

    private static Optional<String> alternate(Element element) {
        return link(children(element, "link"), "alternate");
    }

    /** Returns the first link of a relation, which is {@code alternate} for links without one. */
    private static Optional<String> link(Stream<Element> links, String relation) {
        return links.filter(link -> link.getAttributeValue("rel", "alternate").equals(relation))
                .flatMap(link -> text(link.getAttributeValue("href", "")).stream())
                .findFirst();
    }

    private static Optional<String> plainLink(Element element) {
        return children(element, "link")
                .flatMap(link -> text(link.getText()).stream())
                .findFirst();
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    /** Returns the children in the parent's namespace. In RDF only the root has another than its children. */
    private static Stream<Element> children(Element parent, String name) {
        return parent.getChildren().stream()
                .filter(child -> child.getName().equals(name))
                .filter(child -> child.getNamespace().equals(parent.getNamespace())
                        || parent.getName().equals("RDF"));
    }

    private static Optional<String> text(String text) {
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }
}
