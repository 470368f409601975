package org.feedside.pipeline;

import java.util.List;
import org.feedside.feeds.Lookup;
import org.feedside.feeds.OnDemandFeeds;
import org.feedside.feeds.OnDemandFeeds.OnDemandFeed;
import org.feedside.formats.Formats;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.FeedInfo;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Revision;

/** Makes documents of on-demand feeds. Their state is not stored, so their dates are those of their posts. */
public record DocumentsOnDemand(OnDemandFeeds feeds) implements OnDemand {
    @Override
    public Lookup<Document> find(String path) {
        var result = feeds.find(path);
        return Lookup.of(result.value().map(DocumentsOnDemand::document), result.newPath());
    }

    /** Returns the archives, to which the feeds link. */
    @Override
    public List<Document> files() {
        return feeds.archives().stream()
                .flatMap(path -> find(path).value().stream())
                .toList();
    }

    private static Document document(OnDemandFeed found) {
        var updated = Revision.updated(found.feed().changed());
        var bytes = Formats.encode(found.feed(), found.file(), updated);
        return Document.onDemand(found.file(), FeedInfo.onDemand(found.feed()), Bytes.of(bytes));
    }
}
