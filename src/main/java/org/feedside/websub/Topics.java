package org.feedside.websub;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.feedside.base.text.PercentEncoding;
import org.feedside.publishing.Snapshot;

/** The WebSub topics of a snapshot. */
final class Topics {
    private Topics() {}

    /** Returns the digest of each topic's current version. */
    static SortedMap<String, String> of(Snapshot snapshot) {
        var topics = new TreeMap<String, String>();
        for (var document : snapshot.documents()) {
            if (document.isTopic()) {
                // The same form as in the Link header field: subscribers use that URL.
                topics.put(PercentEncoding.url(document.url()), document.digest());
            }
        }
        return topics;
    }

    /** Returns the digest of each topic whose current version is not in {@code accepted}. */
    static SortedMap<String, String> changed(Snapshot snapshot, Map<String, String> accepted) {
        var changed = of(snapshot);
        changed.entrySet().removeIf(topic -> topic.getValue().equals(accepted.get(topic.getKey())));
        return changed;
    }
}
