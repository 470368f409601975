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
        return publication instanceof Outline outline
                ? OpmlFormat.encode(outline, updated)
                : format(file.format()).encode((Feed) publication, file, updated);
    }

    /** Returns the date of the last change; empty if the bytes are no such document, or the format has no date. */
    public static Optional<PageDate> updated(Format format, byte[] bytes) {
        return format == Format.OPML
                ? OpmlFormat.updated(bytes)
                : format(format).updated(bytes);
    }

    private static FeedFormat format(Format format) {
        return switch (format) {
            case ATOM -> new AtomFormat();
            case RSS -> new RssFormat();
            case JSON -> new JsonFormat();
            case OPML -> throw new IllegalArgumentException("OPML is a list of feeds, not a feed");
        };
    }
}
