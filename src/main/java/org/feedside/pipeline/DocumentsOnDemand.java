package org.feedside.pipeline;

import org.feedside.feeds.OnDemandFeeds;
import org.feedside.formats.Formats;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Lookup;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Revision;

/** Makes documents of on-demand feeds. Their state is not stored, so their dates are those of their posts. */
public record DocumentsOnDemand(OnDemandFeeds feeds) implements OnDemand {
    @Override
    public Lookup find(String path) {
        var answer = feeds.find(path);
        if (answer instanceof OnDemandFeeds.Result.Found found) {
            return new Lookup.Found(document(found));
        } else if (answer instanceof OnDemandFeeds.Result.Moved moved) {
            return new Lookup.Moved(moved.path());
        }
        return new Lookup.NotFound();
    }

    private static Document document(OnDemandFeeds.Result.Found found) {
        var updated = Revision.updated(found.feed().changed());
        var bytes = Formats.encode(found.feed(), found.file(), updated);
        return Document.onDemand(found.file(), found.feed().page(), Bytes.of(bytes))
                .withAbout(found.feed().about());
    }
}
