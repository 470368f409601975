package org.feedside.refreshing;

import org.feedside.feeds.FeedsOnDemand;
import org.feedside.formats.Formats;
import org.feedside.publishing.Bytes;
import org.feedside.publishing.Document;
import org.feedside.publishing.Finding;
import org.feedside.publishing.OnDemand;
import org.feedside.publishing.Revision;

/** Makes documents of the feeds that somebody asks for. Nobody remembers them, so their dates are those of their posts. */
record DocumentsOnDemand(FeedsOnDemand feeds) implements OnDemand {
    @Override
    public Finding find(String path) {
        var answer = feeds.find(path);
        if (answer instanceof FeedsOnDemand.Answer.Here here) {
            return new Finding.Here(document(here));
        } else if (answer instanceof FeedsOnDemand.Answer.Elsewhere elsewhere) {
            return new Finding.Elsewhere(elsewhere.path());
        }
        return new Finding.Nowhere();
    }

    private static Document document(FeedsOnDemand.Answer.Here here) {
        var updated = Revision.updated(here.feed().changed());
        var bytes = Formats.encode(here.feed(), here.file(), updated);
        return Document.onDemand(here.file(), here.feed().page(), Bytes.of(bytes))
                .withAbout(here.feed().about());
    }
}
