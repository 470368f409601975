package org.feedside.feeds;

import java.util.List;
import java.util.Optional;
import org.feedside.config.SiteConfig;

/** A format of published documents. */
public enum Format {
    ATOM("atom.xml", "application/atom+xml", "; charset=utf-8"),
    RSS("rss.xml", "application/rss+xml", "; charset=utf-8"),
    /** JSON is always UTF-8, and its media types have no charset parameter (RFC 8259, section 11). */
    JSON("feed.json", "application/feed+json", ""),
    /** The list of all feeds. */
    OPML("feeds.opml", "text/x-opml", "; charset=utf-8");

    private static final List<Format> ALL = List.of(values());

    /** The formats in which every feed is published: all but the list of feeds. */
    public static final List<Format> OF_FEEDS =
            ALL.stream().filter(format -> format != OPML).toList();

    private final String fileName;
    private final String mediaType;
    private final String charset;

    Format(String fileName, String mediaType, String charset) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.charset = charset;
    }

    /** Returns the format that Feedside's own name, the site's template or the extension indicates. */
    public static Format of(String fileName, SiteConfig config) {
        for (var format : OF_FEEDS) {
            if (format.fileName().equals(fileName)) {
                return format;
            }
        }
        if (fileName.endsWith(".json")) {
            return JSON;
        }
        return config.isRss(fileName) ? RSS : ATOM;
    }

    /** Returns the format with a media type, which may have parameters. */
    public static Optional<Format> ofMediaType(String type) {
        var plain = type.split(";", 2)[0].strip();
        return ALL.stream().filter(format -> format.mediaType.equals(plain)).findFirst();
    }

    /** Whether a media type, which may have parameters, is that of a feed. */
    public static boolean isFeed(String type) {
        return ofMediaType(type).filter(format -> format != OPML).isPresent();
    }

    /** Returns the default file name. */
    public String fileName() {
        return fileName;
    }

    /** Returns the media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    public String contentType() {
        return mediaType + charset;
    }
}
