package org.feedside.pages;

import java.util.List;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;

/** The URL of a feed in one format. */
public record FeedAddress(String format, String mediaType, String url) {
    /** Returns one address for each format. Further files of the same format are not shown. */
    static List<FeedAddress> of(Feed feed) {
        return Format.OF_FEEDS.stream()
                .flatMap(format -> feed.files().stream()
                        .filter(file -> file.format() == format)
                        .limit(1))
                .map(FeedAddress::of)
                .toList();
    }

    private static FeedAddress of(FeedFile file) {
        return new FeedAddress(name(file.format()), file.format().mediaType(), file.url());
    }

    private static String name(Format format) {
        return switch (format) {
            case ATOM -> "Atom";
            case RSS -> "RSS";
            case JSON -> "JSON Feed";
            case OPML -> "OPML";
        };
    }
}
