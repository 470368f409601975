package org.feedside.formats;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.RSS20Generator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedside.content.PageDate;
import org.feedside.feeds.Entry;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Person;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RSS 2.0 with the RSS Advisory Board's profile, {@code content:encoded} and {@code dc:creator}. */
final class RssFormat implements FeedFormat {
    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    private static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

    /** The file types that RSS allows in {@code image}. */
    private static final Pattern PICTURE = Pattern.compile("\\.(?:gif|jpe?g|png)$", Pattern.CASE_INSENSITIVE);

    @Override
    public byte[] encode(Feed feed, FeedFile file, PageDate updated) {
        try {
            var document = new RSS20Generator().generate(wire(feed));
            complete(document, feed, file, updated);
            return XmlWriter.writeRss(document);
        } catch (FeedException e) {
            throw new IllegalStateException("ROME cannot write " + file.path(), e);
        }
    }

    @Override
    public Optional<PageDate> updated(byte[] bytes) {
        return XmlWriter.text(bytes, Namespace.NO_NAMESPACE, "channel", "lastBuildDate")
                .flatMap(PageDate::parseRss);
    }

    private static Channel wire(Feed feed) {
        var channel = new Channel("rss_2.0");
        channel.setTitle(feed.title());
        channel.setLink(feed.page());
        channel.setDescription(feed.description().orElse(feed.title()));
        channel.setLanguage(LanguageTag.of(feed.language()));
        channel.setDocs("https://www.rssboard.org/rss-specification");
        channel.setGenerator("Feedside");
        Stream.concat(feed.logo().stream(), feed.icon().stream())
                .filter(url -> PICTURE.matcher(url).find())
                .findFirst()
                .ifPresent(url -> channel.setImage(image(feed, url)));
        channel.setItems(feed.entries().stream().map(RssFormat::item).toList());
        return channel;
    }

    private static Image image(Feed feed, String url) {
        var image = new Image();
        image.setUrl(url);
        image.setTitle(feed.title());
        image.setLink(feed.page());
        return image;
    }

    private static Item item(Entry entry) {
        var item = new Item();
        item.setTitle(entry.title());
        item.setLink(entry.link());
        item.setGuid(guid(entry));
        item.setCategories(entry.categories().stream().map(RssFormat::category).toList());
        item.setEnclosures(entry.enclosure().stream().map(RssFormat::enclosure).toList());
        item.setDescription(description(entry.summary().orElse(entry.content())));
        if (entry.summary().isPresent()) {
            var content = new Content();
            content.setType("html");
            content.setValue(entry.content());
            item.setContent(content);
        }
        return item;
    }

    private static Enclosure enclosure(org.feedside.feeds.Enclosure enclosure) {
        var wire = new Enclosure();
        wire.setUrl(enclosure.url());
        wire.setLength(enclosure.length());
        wire.setType(enclosure.type());
        return wire;
    }

    private static Guid guid(Entry entry) {
        var guid = new Guid();
        guid.setValue(entry.id());
        guid.setPermaLink(entry.id().equals(entry.link()));
        return guid;
    }

    private static Category category(org.feedside.feeds.Category category) {
        var wire = new Category();
        wire.setDomain(category.scheme());
        wire.setValue(category.label());
        return wire;
    }

    private static Description description(String html) {
        var description = new Description();
        description.setValue(html);
        return description;
    }

    /** Adds what ROME cannot express: links, the marks of RFC 5005, names of authors, and dates with their offset. */
    private static void complete(Document document, Feed feed, FeedFile file, PageDate updated) {
        var root = document.getRootElement();
        root.addNamespaceDeclaration(ATOM);
        root.addNamespaceDeclaration(DC);
        var channel = root.getChild("channel");
        var items = channel.getChildren("item");
        // ROME writes -1 for an unknown width or height.
        Stream.ofNullable(channel.getChild("image")).forEach(image -> {
            image.removeChild("width");
            image.removeChild("height");
        });
        var header = items.isEmpty() ? channel.getContentSize() : channel.indexOf(items.get(0));
        channel.addContent(header, new Element("lastBuildDate").setText(updated.rss()));
        LinkRelation.mark(feed.history()).ifPresent(mark -> channel.addContent(header, mark));
        channel.addContent(
                header,
                LinkRelation.of(feed, file).stream().map(RssFormat::link).toList());
        for (int i = 0; i < items.size(); i++) {
            complete(items.get(i), feed.entries().get(i));
            XmlWriter.addThumbnail(items.get(i), feed.entries().get(i));
            XmlWriter.breakLines(items.get(i));
        }
        XmlWriter.breakLines(channel);
        XmlWriter.breakLines(root);
    }

    private static Element link(LinkRelation relation) {
        var link =
                new Element("link", ATOM).setAttribute("href", relation.href()).setAttribute("rel", relation.rel());
        relation.type().ifPresent(type -> link.setAttribute("type", type));
        return link;
    }

    private static void complete(Element item, Entry entry) {
        authors(item, entry);
        item.addContent(new Element("pubDate").setText(entry.published().rss()));
        if (!entry.updated().equals(entry.published())) {
            // RSS has no element for this date. Feed readers and validators accept this extension.
            item.addContent(new Element("updated", ATOM).setText(entry.updated().atom()));
        }
    }

    /** RSS requires an e-mail address in {@code author}, so a name alone goes to {@code dc:creator}. */
    private static void authors(Element item, Entry entry) {
        var authors = entry.authors();
        if (authors.size() == 1 && authors.get(0).email().isPresent()) {
            item.addContent(new Element("author").setText(address(authors.get(0))));
        } else {
            authors.forEach(author -> item.addContent(new Element("creator", DC).setText(author.name())));
        }
    }

    private static String address(Person author) {
        var email = author.email().orElseThrow();
        return email.equals(author.name()) ? email : "%s (%s)".formatted(email, author.name());
    }
}
