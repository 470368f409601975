package org.feedside.pages;

import java.util.ArrayList;
import java.util.List;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;

/** The URL of a feed in one format. */
public record FeedAddress(String format, String mediaType, String url) {
    /** Returns the URL in parts between which a line may break. */
    public List<String> parts() {
        return List.of(url.split("(?<=[^/]/)", -1));
    }

    /** Returns one address for each format. Further files of the same format are not shown. */
    static List<FeedAddress> of(Feed feed) {
        var addresses = new ArrayList<FeedAddress>();
        for (var format : Format.OF_FEEDS) {
            feed.files().stream()
                    .filter(file -> file.format() == format)
                    .findFirst()
                    .map(FeedAddress::of)
                    .ifPresent(addresses::add);
        }
        return addresses;
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
