package org.feedside.pipeline;

import org.feedside.feeds.OnDemandFeeds;
import org.feedside.formats.Formats;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Lookup;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Revision;

/** Makes documents of the feeds that somebody asks for. Nobody remembers them, so their dates are those of their posts. */
public record DocumentsOnDemand(OnDemandFeeds feeds) implements OnDemand {
    @Override
    public Lookup find(String path) {
        var answer = feeds.find(path);
        if (answer instanceof OnDemandFeeds.Result.Found here) {
            return new Lookup.Here(document(here));
        } else if (answer instanceof OnDemandFeeds.Result.Moved elsewhere) {
            return new Lookup.Elsewhere(elsewhere.path());
        }
        return new Lookup.Nowhere();
    }

    private static Document document(OnDemandFeeds.Result.Found here) {
        var updated = Revision.updated(here.feed().changed());
        var bytes = Formats.encode(here.feed(), here.file(), updated);
        return Document.onDemand(here.file(), here.feed().page(), Bytes.of(bytes))
                .withAbout(here.feed().about());
    }
}
