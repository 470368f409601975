package org.feedside.formats.reading;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedside.base.diagnostics.Code;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.content.PageDate;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A feed that another generator published: Atom, or any version of RSS.
 *
 * @param link the URL of the page that the feed belongs to
 * @param entries in the order of the feed
 */
public record ImportedFeed(Optional<String> link, List<Entry> entries) {
    /** The maximum size of a feed in bytes. */
    public static final long MAX_BYTES = 32_000_000;

    private static final int MAX_ENTRIES = 50_000;
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    public ImportedFeed {
        entries = List.copyOf(entries);
    }

    /**
     * An entry as feed readers received it.
     *
     * @param id the id by which feed readers recognise it: its link if it has no id, empty if it has neither
     */
    public record Entry(
            Optional<String> id,
            Optional<String> link,
            String title,
            Optional<PageDate> published,
            Optional<PageDate> updated) {}

    /** Parses a feed; {@code file} is its name in diagnostics. */
    public static Parsed<ImportedFeed> read(String file, byte[] bytes) {
        var document = LenientXml.read(file, bytes);
        var problems = new ArrayList<>(document.problems());
        var feed = document.value().flatMap(xml -> read(file, xml, problems));
        return new Parsed<>(feed, problems);
    }

    private static Optional<ImportedFeed> read(String file, Document document, List<Diagnostic> problems) {
        try {
            var feed = of(new WireFeedInput(false, Locale.ROOT).build(document));
            if (feed.entries().size() <= MAX_ENTRIES) {
                return Optional.of(feed);
            }
            problems.add(Code.OLD_FEED.error(
                    file,
                    "the feed has more than %d entries: remove the oldest, or split it into several files"
                            .formatted(MAX_ENTRIES)));
        } catch (FeedException | RuntimeException e) {
            // ROME throws arbitrary unchecked exceptions for damaged feeds.
            problems.add(
                    Code.OLD_FEED.error(
                            file,
                            "this is not an Atom or RSS feed: use a file such as the atom.xml, rss.xml or feed.xml of your site"));
        }
        return Optional.empty();
    }

    private static ImportedFeed of(WireFeed wire) {
        return wire instanceof Feed atom ? ofAtom(atom) : ofRss((Channel) wire);
    }

    private static ImportedFeed ofAtom(Feed feed) {
        return new ImportedFeed(
                address(feed.getAlternateLinks()),
                feed.getEntries().stream().map(ImportedFeed::entry).toList());
    }

    private static Entry entry(com.rometools.rome.feed.atom.Entry entry) {
        var link = address(entry.getAlternateLinks());
        return new Entry(
                text(entry.getId()).or(() -> link),
                link,
                text(entry.getTitle()).orElse(""),
                date(entry.getPublished(), entry.getIssued(), entry.getCreated()),
                date(entry.getUpdated(), entry.getModified()));
    }

    private static Optional<String> address(List<Link> links) {
        return links.stream().flatMap(link -> text(link.getHref()).stream()).findFirst();
    }

    private static ImportedFeed ofRss(Channel channel) {
        return new ImportedFeed(
                text(channel.getLink()),
                channel.getItems().stream().map(ImportedFeed::entry).toList());
    }

    private static Entry entry(Item item) {
        var guid = Optional.ofNullable(item.getGuid());
        var id = guid.map(Guid::getValue).flatMap(ImportedFeed::text);
        // A guid is the URL of the page unless isPermaLink is false.
        var link = text(item.getLink()).or(() -> guid.filter(Guid::isPermaLink).flatMap(g -> id));
        var dublinCore = item.getModule(DCModule.URI) instanceof DCModule module ? module.getDate() : null;
        return new Entry(
                id.or(() -> text(item.getUri())).or(() -> link),
                link,
                text(item.getTitle()).orElse(""),
                date(item.getPubDate(), dublinCore),
                updated(item.getForeignMarkup()));
    }

    /** Returns the date of the last change, for which Zola and Feedside use Atom's element in RSS. */
    private static Optional<PageDate> updated(List<Element> markup) {
        return markup.stream()
                .filter(element -> element.getName().equals("updated")
                        && element.getNamespace().equals(ATOM))
                .findFirst()
                .flatMap(element -> PageDate.parse(element.getTextTrim()));
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static Optional<PageDate> date(@Nullable Date... candidates) {
        return Stream.of(candidates)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(Date::toInstant)
                .map(PageDate::of)
                .filter(date -> date.text().matches("\\d{4}-.*"));
    }
}
