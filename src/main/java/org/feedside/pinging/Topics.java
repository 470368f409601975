package org.feedside.pinging;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.feedside.publishing.Address;
import org.feedside.publishing.Document;
import org.feedside.publishing.Snapshot;

/** Which documents of a snapshot are topics: what readers subscribe to, and so no list of feeds. */
final class Topics {
    private static final Set<String> FEEDS =
            Set.of("application/atom+xml", "application/rss+xml", "application/feed+json");

    private Topics() {}

    /** The digest of each topic's version, by the topic. */
    static SortedMap<String, String> of(Snapshot snapshot) {
        var topics = new TreeMap<String, String>();
        for (var document : snapshot.documents()) {
            if (isTopic(document)) {
                // As the Link header of the document writes it, which subscribers go by.
                topics.put(Address.url(document.url()), document.digest());
            }
        }
        return topics;
    }

    /** The versions of a snapshot that differ from those in {@code told}. */
    static SortedMap<String, String> changed(Snapshot snapshot, Map<String, String> told) {
        var changed = of(snapshot);
        changed.entrySet().removeIf(topic -> topic.getValue().equals(told.get(topic.getKey())));
        return changed;
    }

    private static boolean isTopic(Document document) {
        return !document.url().isEmpty()
                && FEEDS.contains(document.mediaType().split(";", 2)[0].strip());
    }
}
