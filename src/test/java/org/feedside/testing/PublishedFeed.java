package org.feedside.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;

/**
 * The content of an Atom or RSS feed, Feedside's or Zola's.
 *
 * @param url the feed's id, or its own address in RSS
 */
public record PublishedFeed(
        boolean isAtom,
        String title,
        String url,
        Optional<Instant> updated,
        List<String> authors,
        List<Entry> entries) {
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace CONTENT = Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/");
    private static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");
    private static final Pattern ADDRESS_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.*)\\)");

    public PublishedFeed {
        authors = List.copyOf(authors);
        entries = List.copyOf(entries);
    }

    /** An entry. {@code html} is its longest content. */
    public record Entry(
            String id,
            String link,
            String title,
            Optional<Instant> published,
            Optional<Instant> updated,
            List<String> authors,
            List<String> html) {
        public Entry {
            authors = List.copyOf(authors);
            html = List.copyOf(html);
        }
    }

    /** Parses a feed. Returns empty if the bytes are not a feed. */
    public static Optional<PublishedFeed> read(byte[] bytes) {
        try {
            var root = new SAXBuilder().build(new ByteArrayInputStream(bytes)).getRootElement();
            if (root.getName().equals("feed") && root.getNamespace().equals(ATOM)) {
                return Optional.of(atom(root));
            }
            return Optional.ofNullable(root.getChild("channel")).map(PublishedFeed::rss);
        } catch (JDOMException | IOException e) {
            return Optional.empty();
        }
    }

    private static PublishedFeed atom(Element feed) {
        var entries = new ArrayList<Entry>();
        for (var entry : feed.getChildren("entry", ATOM)) {
            entries.add(new Entry(
                    text(entry, "id", ATOM),
                    link(entry),
                    text(entry, "title", ATOM),
                    date(entry, "published", ATOM),
                    date(entry, "updated", ATOM),
                    authors(entry),
                    html(entry.getChild("content", ATOM), entry.getChild("summary", ATOM))));
        }
        return new PublishedFeed(
                true,
                text(feed, "title", ATOM),
                text(feed, "id", ATOM),
                date(feed, "updated", ATOM),
                authors(feed),
                entries);
    }

    private static String link(Element entry) {
        return entry.getChildren("link", ATOM).stream()
                .filter(link -> link.getAttributeValue("rel", "alternate").equals("alternate"))
                .map(link -> link.getAttributeValue("href", ""))
                .findFirst()
                .orElse("");
    }

    private static List<String> authors(Element owner) {
        return owner.getChildren("author", ATOM).stream()
                .map(author -> name(text(author, "name", ATOM)))
                .toList();
    }

    private static PublishedFeed rss(Element channel) {
        var entries = new ArrayList<Entry>();
        for (var item : channel.getChildren("item")) {
            var authors = new ArrayList<String>();
            item.getChildren("creator", DC).forEach(creator -> authors.add(name(creator.getTextNormalize())));
            item.getChildren("author").forEach(author -> authors.add(name(author.getTextNormalize())));
            entries.add(new Entry(
                    text(item, "guid", Namespace.NO_NAMESPACE),
                    text(item, "link", Namespace.NO_NAMESPACE),
                    text(item, "title", Namespace.NO_NAMESPACE),
                    date(item, "pubDate", Namespace.NO_NAMESPACE),
                    Optional.empty(),
                    authors,
                    html(item.getChild("encoded", CONTENT), item.getChild("description"))));
        }
        var self = Optional.ofNullable(channel.getChild("link", ATOM));
        return new PublishedFeed(
                false,
                text(channel, "title", Namespace.NO_NAMESPACE),
                self.map(link -> link.getAttributeValue("href", "")).orElse(""),
                date(channel, "lastBuildDate", Namespace.NO_NAMESPACE),
                List.of(),
                entries);
    }

    private static List<String> html(
            @org.jspecify.annotations.Nullable Element first, @org.jspecify.annotations.Nullable Element second) {
        var html = new ArrayList<String>();
        for (var element : new Element[] {first, second}) {
            if (element != null && !element.getText().isEmpty()) {
                html.add(element.getText());
            }
        }
        return html;
    }

    private static String text(Element owner, String name, Namespace namespace) {
        var text = owner.getChildText(name, namespace);
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }

    /** Returns the name in {@code a@b.c (Name)}, otherwise the text itself. */
    private static String name(String author) {
        var match = ADDRESS_AND_NAME.matcher(author);
        return match.matches() ? match.group(1) : author;
    }

    private static Optional<Instant> date(Element owner, String name, Namespace namespace) {
        var text = text(owner, name, namespace);
        try {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var format = text.matches("\\d{4}-.*")
                    ? DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    : DateTimeFormatter.RFC_1123_DATE_TIME;
            return Optional.of(OffsetDateTime.parse(text, format).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unreadable date in " + name + ": " + text, e);
        }
    }
}
