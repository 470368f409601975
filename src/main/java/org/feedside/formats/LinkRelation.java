package org.feedside.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.History;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Another address that a document in XML names: its hub (WebSub, section 4), the other documents of its history
 * (RFC 5005, section 4), and the page about it.
 *
 * @param type the media type of what is there, if the address is for people
 */
record LinkRelation(String rel, String href, Optional<String> type) {
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    /** All that a file of a feed names, beside itself and its page. */
    static List<LinkRelation> of(Feed feed, FeedFile file) {
        var relations = new ArrayList<LinkRelation>();
        feed.hub().ifPresent(hub -> relations.add(relation("hub", hub)));
        if (feed.history() instanceof History.Current current) {
            relations.add(relation("prev-archive", file.in(current.previous())));
        } else if (feed.history() instanceof History.Archive archive) {
            archive.previous().ifPresent(folder -> relations.add(relation("prev-archive", file.in(folder))));
            archive.next().ifPresent(folder -> relations.add(relation("next-archive", file.in(folder))));
            relations.add(relation("current", file.in(archive.current())));
        }
        // A second "alternate" would take the place of the site's own page: of two, Miniflux, FreshRSS and NetNewsWire
        // take the first, feedparser, Newsboat and Liferea the last, and in RSS FreshRSS takes any before the channel's
        // link. None of them looks at "related". The Link header of HTTP says "alternate" for both pages.
        feed.about()
                .ifPresent(page -> relations.add(new LinkRelation("related", page.url(), Optional.of("text/html"))));
        return relations;
    }

    private static LinkRelation relation(String rel, String href) {
        return new LinkRelation(rel, href, Optional.empty());
    }

    /** What marks a document as all there is (RFC 5005, section 2), or as an archive (section 4). */
    static Optional<Element> mark(History history) {
        if (history instanceof History.Complete) {
            return Optional.of(new Element("complete", HISTORY));
        }
        return history instanceof History.Archive ? Optional.of(new Element("archive", HISTORY)) : Optional.empty();
    }
}
