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
 * A link in an XML feed to itself or a related resource: the hub (WebSub, section 4), the other documents of the feed's
 * history (RFC 5005, section 4), and the page about the feed.
 *
 * @param type the media type of the resource, if it is known
 */
record LinkRelation(String rel, String href, Optional<String> type) {
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    /** Returns the links of a file of a feed, except the one to its page. */
    static List<LinkRelation> of(Feed feed, FeedFile file) {
        var relations = new ArrayList<LinkRelation>();
        relations.add(relation("self", file.url(), file.format().mediaType()));
        feed.hub().ifPresent(hub -> relations.add(relation("hub", hub)));
        feed.history().older().ifPresent(folder -> relations.add(relation("prev-archive", file.urlIn(folder))));
        if (feed.history() instanceof History.Archive archive) {
            archive.next().ifPresent(folder -> relations.add(relation("next-archive", file.urlIn(folder))));
            relations.add(relation("current", file.urlIn(archive.current())));
        }
        // A second "alternate" would hide the site's own page: of two, Miniflux, FreshRSS and NetNewsWire
        // take the first, feedparser, Newsboat and Liferea the last, and in RSS FreshRSS prefers any
        // of them to the channel's link. None of them reads "related". The HTTP Link header has "alternate" for both
        // pages.
        feed.about().ifPresent(page -> relations.add(relation("related", page.url(), "text/html")));
        return relations;
    }

    private static LinkRelation relation(String rel, String href) {
        return new LinkRelation(rel, href, Optional.empty());
    }

    static LinkRelation relation(String rel, String href, String type) {
        return new LinkRelation(rel, href, Optional.of(type));
    }

    /** Returns the element that marks a document as complete (RFC 5005, section 2) or as an archive (section 4). */
    static Optional<Element> mark(History history) {
        if (history instanceof History.Complete) {
            return Optional.of(new Element("complete", HISTORY));
        }
        return history instanceof History.Archive ? Optional.of(new Element("archive", HISTORY)) : Optional.empty();
    }
}
