package org.feedside.pages;

import java.util.ArrayList;
import java.util.List;
import org.feedside.feeds.Feed;
import org.feedside.feeds.FeedFile;
import org.feedside.feeds.Format;

/** Where a feed can be subscribed to in a format. */
public record FeedAddress(String format, String mediaType, String url) {
    /** The address in parts, between which a line may end. */
    public List<String> parts() {
        return List.of(url.split("(?<=[^/]/)", -1));
    }

    /** One for each format: further names of the same are for those who know them. */
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
