package org.feedside.formats;

import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.feeds.Outline;
import org.feedside.feeds.Publication;

/** The bytes of whatever is published. */
public final class Formats {
    private Formats() {}

    /** The bytes of a publication as one of its files, with {@code updated} as the date of its last change. */
    public static byte[] encode(Publication publication, FeedFile file, PageDate updated) {
        return encode(publication, file, updated, WrittenEntries.NONE);
    }

    /** The same, with entries as they were written in this format before. */
    public static byte[] encode(Publication publication, FeedFile file, PageDate updated, WrittenEntries written) {
        return publication instanceof Outline outline
                ? OpmlFormat.encode(outline, updated)
                : FeedFormat.of(file.format()).encode((Feed) publication, file, updated, written);
    }

    /** The date of the last change in bytes of a format; empty if they are no such document, or the format has none. */
    public static Optional<PageDate> updated(Format format, byte[] bytes) {
        return format == Format.OPML
                ? OpmlFormat.updated(bytes)
                : FeedFormat.of(format).updated(bytes);
    }

    /** What {@link #encode} makes of the same with another date, of what it made with the one before. */
    public static byte[] redated(Format format, byte[] bytes, PageDate before, PageDate after) {
        return format == Format.OPML
                ? OpmlFormat.redated(bytes, before, after)
                : FeedFormat.of(format).redated(bytes, before, after);
    }
}
