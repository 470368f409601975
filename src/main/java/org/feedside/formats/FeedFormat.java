package org.feedside.formats;

import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;

/** A format of feeds. */
public interface FeedFormat {
    /** The bytes of a feed as one of its files, with {@code updated} as the date of its last change. */
    byte[] encode(Feed feed, FeedFile file, PageDate updated);

    static FeedFormat of(org.feedside.feeds.Format format) {
        return switch (format) {
            case ATOM -> new AtomFormat();
            case RSS -> new RssFormat();
        };
    }
}
