package org.feedside.formats;

import java.util.Optional;
import org.feedside.content.PageDate;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;
import org.feedside.feeds.Outline;
import org.feedside.feeds.Publication;

/** Encodes publications, and reads the dates in them. */
public final class Formats {
    private Formats() {}

    /** Returns the bytes of a publication as one of its files, with {@code updated} as the date of its last change. */
    public static byte[] encode(Publication publication, FeedFile file, PageDate updated) {
        return encode(publication, file, updated, WrittenEntries.NONE);
    }

    /** Returns the same bytes, but copies the entries that were encoded in this format before. */
    public static byte[] encode(Publication publication, FeedFile file, PageDate updated, WrittenEntries encoded) {
        return publication instanceof Outline outline
                ? OpmlFormat.encode(outline, updated)
                : FeedFormat.of(file.format()).encode((Feed) publication, file, updated, encoded);
    }

    /**
     * Returns the date of the last change; empty if the bytes are not a document of this format, or the format has no
     * such date.
     */
    public static Optional<PageDate> updated(Format format, byte[] bytes) {
        return format == Format.OPML
                ? OpmlFormat.updated(bytes)
                : FeedFormat.of(format).updated(bytes);
    }

    /** Replaces the date of the last change, with the same result as {@link #encode} with the other date. */
    public static byte[] withUpdated(Format format, byte[] bytes, PageDate before, PageDate after) {
        return format == Format.OPML
                ? OpmlFormat.withUpdated(bytes, before, after)
                : FeedFormat.of(format).withUpdated(bytes, before, after);
    }
}
