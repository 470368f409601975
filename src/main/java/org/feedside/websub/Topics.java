package org.feedside.websub;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.feedside.base.text.PercentEncoding;
import org.feedside.publishing.Snapshot;

/** The topics of a snapshot. */
final class Topics {
    private Topics() {}

    /** The digest of each topic's version, by the topic. */
    static SortedMap<String, String> of(Snapshot snapshot) {
        var topics = new TreeMap<String, String>();
        for (var document : snapshot.documents()) {
            if (document.isTopic()) {
                // As the Link header of the document writes it, which subscribers go by.
                topics.put(PercentEncoding.url(document.url()), document.digest());
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
}
