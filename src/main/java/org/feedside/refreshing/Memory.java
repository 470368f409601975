package org.feedside.refreshing;

import org.feedside.feeds.FeedsMemory;
import org.feedside.site.Sites;

/** What is kept from one reading for the next one, so that only what has changed is worked out anew. */
record Memory(Sites sites, Renditions renditions, FeedsMemory feeds) {
    static Memory empty(Progress progress) {
        return new Memory(new Sites(), new Renditions(progress), new FeedsMemory());
    }
}
