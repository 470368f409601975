package org.feedside.formats;

import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;

/** A format of feeds. */
public interface FeedFormat {
    /**
     * The bytes of a feed as one of its files, with {@code updated} as the date of its last change.
     *
     * @param written entries that need not be written anew, for formats that can do without
     */
    byte[] encode(Feed feed, FeedFile file, PageDate updated, WrittenEntries written);

    /** The date of the last change in bytes of this format; empty if they are no such feed, or the format has none. */
    Optional<PageDate> updated(byte[] bytes);

    /** What {@link #encode} makes of the same feed with another date, of what it made with the one before. */
    byte[] redated(byte[] bytes, PageDate before, PageDate after);

    static FeedFormat of(org.feedside.feeds.Format format) {
        return switch (format) {
            case ATOM -> new AtomFormat();
            case RSS -> new RssFormat();
            case JSON -> new JsonFormat();
            case OPML -> throw new IllegalArgumentException("OPML lists feeds, and is none");
        };
    }
}
