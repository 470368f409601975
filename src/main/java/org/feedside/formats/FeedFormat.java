package org.feedside.formats;

import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;

/** A format of feeds. */
interface FeedFormat {
    /** Returns the bytes of a feed as one of its files, with {@code updated} as the date of its last change. */
    byte[] encode(Feed feed, FeedFile file, PageDate updated);

    /** Returns the date of the last change; empty if the bytes are no such feed, or the format has no date. */
    Optional<PageDate> updated(byte[] bytes);
}
