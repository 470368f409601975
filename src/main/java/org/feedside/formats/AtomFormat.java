package org.feedside.formats;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.Atom10Generator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Enclosure;
import org.feedside.feeds.FeedFile;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom 1.0 (RFC 4287). */
final class AtomFormat implements FeedFormat {
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    @Override
    public byte[] encode(org.feedside.feeds.Feed feed, FeedFile file, PageDate updated) {
        try {
            var document = new Atom10Generator().generate(wire(feed, file));
            complete(document, feed, updated);
            return XmlWriter.write(document);
        } catch (FeedException e) {
            throw new IllegalStateException("ROME cannot write " + file.path(), e);
        }
    }

    @Override
    public Optional<PageDate> updated(byte[] bytes) {
        return XmlWriter.text(bytes, ATOM, "updated").flatMap(PageDate::parse);
    }

    private static Feed wire(org.feedside.feeds.Feed feed, FeedFile file) {
        var wire = new Feed("atom_1.0");
        wire.setTitleEx(content("text", feed.title()));
        feed.description().ifPresent(description -> wire.setSubtitle(content("text", description)));
        wire.setId(file.id());
        wire.setOtherLinks(
                LinkRelation.of(feed, file).stream().map(AtomFormat::link).toList());
        wire.setAlternateLinks(List.of(link(LinkRelation.relation("alternate", feed.page(), "text/html"))));
        wire.setAuthors(
                List.copyOf(feed.authors().stream().map(AtomFormat::person).toList()));
        var generator = new Generator();
        generator.setValue("Feedside");
        wire.setGenerator(generator);
        feed.icon().ifPresent(wire::setIcon);
        feed.logo().ifPresent(wire::setLogo);
        wire.setEntries(feed.entries().stream().map(AtomFormat::entry).toList());
        return wire;
    }

    private static Entry entry(org.feedside.feeds.Entry entry) {
        var wire = new Entry();
        wire.setTitleEx(content("text", entry.title()));
        wire.setId(entry.id());
        wire.setAlternateLinks(List.of(link(LinkRelation.relation("alternate", entry.link(), "text/html"))));
        entry.enclosure().ifPresent(enclosure -> wire.setOtherLinks(List.of(link(enclosure))));
        wire.setAuthors(
                List.copyOf(entry.authors().stream().map(AtomFormat::person).toList()));
        // The validator allows a term once. The first of several labels is the one that is shown.
        var terms = new HashSet<String>();
        wire.setCategories(entry.categories().stream()
                .filter(category -> terms.add(category.scheme() + " " + category.term()))
                .map(AtomFormat::category)
                .toList());
        entry.summary().ifPresent(summary -> wire.setSummary(content("html", summary)));
        if (entry.full()) {
            wire.setContents(List.of(content("html", entry.content())));
        } else {
            wire.setSummary(content("html", entry.content()));
        }
        return wire;
    }

    private static Category category(org.feedside.feeds.Category category) {
        var wire = new Category();
        wire.setTerm(category.term());
        wire.setScheme(category.scheme());
        wire.setLabel(category.label());
        return wire;
    }

    private static com.rometools.rome.feed.synd.SyndPerson person(org.feedside.feeds.Person person) {
        var wire = new Person();
        wire.setName(person.name());
        person.email().ifPresent(wire::setEmail);
        return wire;
    }

    private static Link link(LinkRelation relation) {
        var link = new Link();
        link.setRel(relation.rel());
        link.setHref(relation.href());
        relation.type().ifPresent(link::setType);
        return link;
    }

    /** ROME omits a length of 0, which is right: the length is a hint, and 0 means unknown. */
    private static Link link(Enclosure enclosure) {
        var link = link(LinkRelation.relation("enclosure", enclosure.url(), enclosure.type()));
        link.setLength(enclosure.length());
        return link;
    }

    private static Content content(String type, String value) {
        var content = new Content();
        content.setType(type);
        content.setValue(value);
        return content;
    }

    /** Adds what ROME cannot express: languages, the marks of RFC 5005, and dates with the author's offset. */
    private static void complete(Document document, org.feedside.feeds.Feed feed, PageDate updated) {
        var root = document.getRootElement();
        language(root, feed.language());
        var elements = root.getChildren("entry", ATOM);
        var header = elements.isEmpty() ? root.getContentSize() : root.indexOf(elements.get(0));
        root.addContent(header, date("updated", updated));
        LinkRelation.mark(feed.history()).ifPresent(mark -> root.addContent(header, mark));
        for (int i = 0; i < elements.size(); i++) {
            var entry = feed.entries().get(i);
            var element = elements.get(i);
            language(element, entry.language());
            var content = element.indexOf(element.getChild(entry.full() ? "content" : "summary", ATOM));
            element.addContent(
                    content, List.of(date("published", entry.published()), date("updated", entry.updated())));
            XmlWriter.addThumbnail(element, entry);
            XmlWriter.breakLines(element);
        }
        XmlWriter.breakLines(root);
    }

    private static void language(Element element, String language) {
        element.setAttribute("lang", LanguageTag.of(language), Namespace.XML_NAMESPACE);
    }

    private static Element date(String name, PageDate date) {
        return new Element(name, ATOM).setText(date.atom());
    }
}
