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
 * Another address that a document in XML names: its hub (WebSub, section 4), and the other documents of its history
 * (RFC 5005, section 4).
 */
record Relation(String rel, String href) {
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    /** All that a file of a feed names, beside itself and its page. */
    static List<Relation> of(Feed feed, FeedFile file) {
        var relations = new ArrayList<Relation>();
        feed.hub().ifPresent(hub -> relations.add(new Relation("hub", hub)));
        if (feed.history() instanceof History.Current current) {
            relations.add(new Relation("prev-archive", file.in(current.previous())));
        } else if (feed.history() instanceof History.Archive archive) {
            archive.previous().ifPresent(folder -> relations.add(new Relation("prev-archive", file.in(folder))));
            archive.next().ifPresent(folder -> relations.add(new Relation("next-archive", file.in(folder))));
            relations.add(new Relation("current", file.in(archive.current())));
        }
        return relations;
    }

    /** What marks a document as all there is (RFC 5005, section 2), or as an archive (section 4). */
    static Optional<Element> mark(History history) {
        if (history instanceof History.Complete) {
            return Optional.of(new Element("complete", HISTORY));
        }
        return history instanceof History.Archive ? Optional.of(new Element("archive", HISTORY)) : Optional.empty();
    }
}
